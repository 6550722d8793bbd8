import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EntityGroupType, RoleType, type ViewerContext } from '../../access/index.js';
import type { References } from './references.js';
import { GroupRoleAssignmentType } from './self-registration.type.js';

@Resolver(() => GroupRoleAssignmentType)
export class GroupRoleAssignmentResolver {
  constructor(private readonly references: References) {}

  @FieldResolver(() => RoleType, {
    nullable: true,
    description: 'Null once it is deleted: activation skips the row.',
  })
  role(
    @Ctx() context: ViewerContext,
    @Root() { roleId }: GroupRoleAssignmentType,
  ): Promise<RoleType | null> {
    return this.references.role(context, roleId);
  }

  @FieldResolver(() => EntityGroupType, {
    nullable: true,
    description: 'Null for a generic role, and once it is deleted.',
  })
  entityGroup(
    @Ctx() context: ViewerContext,
    @Root() { entityGroupId }: GroupRoleAssignmentType,
  ): Promise<EntityGroupType | null> {
    return this.references.entityGroup(context, entityGroupId);
  }
}
