import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../platform/failures.js';
import { Allow } from '../../platform/graphql/allow.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { requestLoader } from '../../platform/graphql/request-context.js';
import type { ManageGroupPermissions } from '../manage-group-permissions.js';
import { viewerOf, type ViewerContext } from '../viewer.js';
import { EntityGroupType } from './entity-group.type.js';
import {
  GrantPermissionInput,
  GroupPermissionPayload,
  GroupPermissionType,
} from './group-permission.type.js';
import { RoleType } from './role.type.js';

const roleKey = Symbol('roles of group permissions');
const groupKey = Symbol('groups of group permissions');

@Resolver(() => GroupPermissionType)
export class GroupPermissionResolver {
  constructor(private readonly managePermissions: ManageGroupPermissions) {}

  @Allow.permission('GROUP_PERMISSION', 'READ')
  @Query(() => [GroupPermissionType], { description: 'The roles that a user group holds.' })
  groupPermissions(
    @Ctx() context: ViewerContext,
    @Arg('userGroupId', () => ID) userGroupId: string,
  ): Promise<readonly GroupPermissionType[]> {
    return this.managePermissions.list(viewerOf(context), userGroupId);
  }

  @Allow.permission('USER_GROUP', 'WRITE')
  @Mutation(() => GroupPermissionPayload, {
    description: 'Gives a role to a user group; a role of type GROUP on one entity group.',
  })
  async grantPermission(
    @Ctx() context: ViewerContext,
    @Arg('input', () => GrantPermissionInput) input: GrantPermissionInput,
  ): Promise<GroupPermissionPayload> {
    const granted = await this.managePermissions.grant(viewerOf(context), input);
    return toPayload('groupPermission', granted);
  }

  @Allow.permission('USER_GROUP', 'WRITE')
  @Mutation(() => DeletePayload, {
    description: 'Takes a role from a user group; who may share a group may end its shares.',
  })
  async revokePermission(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.managePermissions.revoke(viewerOf(context), id));
  }

  @FieldResolver(() => RoleType, { description: 'What is granted.' })
  role(@Root() { roleId }: GroupPermissionType, @Ctx() context: ViewerContext): Promise<RoleType> {
    const viewer = viewerOf(context);
    return loadById(context, roleKey, roleId, (ids) =>
      this.managePermissions.findRoles(viewer, ids),
    );
  }

  @FieldResolver(() => EntityGroupType, { description: 'Who holds it: a group of type USER.' })
  userGroup(
    @Root() { userGroupId }: GroupPermissionType,
    @Ctx() context: ViewerContext,
  ): Promise<EntityGroupType> {
    return this.loadGroup(context, userGroupId);
  }

  @FieldResolver(() => EntityGroupType, { nullable: true, description: 'null for a generic role.' })
  entityGroup(
    @Root() { entityGroupId }: GroupPermissionType,
    @Ctx() context: ViewerContext,
  ): Promise<EntityGroupType> | null {
    return entityGroupId === null ? null : this.loadGroup(context, entityGroupId);
  }

  private loadGroup(context: ViewerContext, id: string): Promise<EntityGroupType> {
    const viewer = viewerOf(context);
    return loadById(context, groupKey, id, (ids) => this.managePermissions.findGroups(viewer, ids));
  }
}

const loadById = <T extends { readonly id: string }>(
  context: ViewerContext,
  key: symbol,
  id: string,
  find: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<T> => {
  const createLoader = () =>
    new DataLoader<string, T>(async (ids) => {
      const found = new Map((await find(ids)).map((item) => [item.id, item]));
      return ids.map((wanted) => found.get(wanted) ?? notFound('row'));
    });
  return requestLoader(context, key, createLoader).load(id);
};
