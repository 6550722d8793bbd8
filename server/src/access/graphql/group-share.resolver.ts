import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeIdCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { inputFault } from '../../platform/input-fault.js';
import type { ManageGroupPermissions, NewGroupPermission } from '../manage-group-permissions.js';
import { viewerOf, type ViewerContext } from '../viewer.js';
import { GroupPermissionPayload, GroupPermissionType } from './group-permission.type.js';
import { GroupPermissionConnection, ShareEntityGroupInput } from './group-share.type.js';

const roleOf = ({ access, roleId }: ShareEntityGroupInput): NewGroupPermission['roleId'] | null => {
  if (access === 'READ') return { defaultRole: 'Entity Group Read-only User' };
  if (access === 'WRITE') return { defaultRole: 'Entity Group Administrator' };
  return roleId ?? null;
};

@Resolver()
export class GroupShareResolver {
  constructor(private readonly managePermissions: ManageGroupPermissions) {}

  @Allow.permission('GROUP_PERMISSION', 'READ')
  @Query(() => GroupPermissionConnection, {
    description: 'The roles that user groups hold on an entity group, oldest first.',
  })
  async entityGroupShares(
    @Ctx() context: ViewerContext,
    @Arg('entityGroupId', () => ID, { description: 'What is shared.' }) entityGroupId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<GroupPermissionType>> {
    const size = checkPageSize('first', first);
    const afterId = decodeIdCursor(after);
    const viewer = viewerOf(context);
    const page = await this.managePermissions.listShares(viewer, entityGroupId, size, afterId);
    return toIdConnection(page, () => this.managePermissions.countShares(viewer, entityGroupId));
  }

  @Allow.permission('USER_GROUP', 'WRITE')
  @Mutation(() => GroupPermissionPayload, {
    description: 'Gives a user group a role on an entity group; `revokePermission` ends it.',
  })
  async shareEntityGroup(
    @Ctx() context: ViewerContext,
    @Arg('input', () => ShareEntityGroupInput) input: ShareEntityGroupInput,
  ): Promise<GroupPermissionPayload> {
    const { entityGroupId, userGroupId } = input;
    const roleId = roleOf(input);
    if (roleId === null) {
      const userErrors = [inputFault('roleId', 'REQUIRED', 'Choose the role to share with.')];
      return { userErrors };
    }
    const granted = await this.managePermissions.grant(viewerOf(context), {
      entityGroupId,
      userGroupId,
      roleId,
    });
    return toPayload('groupPermission', granted);
  }
}
