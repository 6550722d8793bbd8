import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { requestLoader } from '../../platform/graphql/request-context.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { ManageRoles } from '../manage-roles.js';
import { toPermissionEntries, type PermissionEntry } from '../permission-entry.js';
import type { Operation, OperationOrAll } from '../permission-matrix.js';
import { withheldOnRole } from '../role.js';
import type { RoleRights } from '../role-rights.js';
import { viewerOf, type ViewerContext } from '../viewer.js';
import type { LoadOperations } from './load-operations.js';
import { OperationType } from './operation.type.js';
import { OwnerType } from './owner.type.js';
import { ResourcePermissionType } from './resource-permission.type.js';
import { CreateRoleInput, RoleFilter, UpdateRoleInput } from './role.input.js';
import { RolePayload } from './role.payload.js';
import { RoleList, RoleType, RoleTypeEnum } from './role.type.js';

const userCounts = Symbol('users of roles');
const customerCounts = Symbol('customers of roles');

/** In an update absent keeps and null clears. */
const cleared = <T>(list: T[] | null | undefined): readonly T[] | undefined =>
  list === null ? [] : list;

@Resolver(() => RoleType)
export class RoleResolver {
  constructor(
    private readonly manageRoles: ManageRoles,
    private readonly loadOperations: LoadOperations,
  ) {}

  @Allow.permission('ROLE', 'READ')
  @Query(() => RoleList, { description: 'The roles that the viewer may read, by name.' })
  roles(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => RoleFilter, { nullable: true }) filter: RoleFilter | null,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<RoleList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    const search = checkSearch('filter.search', filter?.search);
    return this.manageRoles.list(viewerOf(context), { ...filter, search }, page);
  }

  @Allow.permission('ROLE', 'READ')
  @Query(() => RoleType, { description: 'NOT_FOUND when the viewer may not read it.' })
  role(@Ctx() context: ViewerContext, @Arg('id', () => ID) id: string): Promise<RoleType> {
    return this.manageRoles.find(viewerOf(context), id);
  }

  @Allow.permission('ROLE', 'CREATE')
  @Mutation(() => RolePayload, { description: 'Makes a role; nobody holds it yet.' })
  async createRole(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateRoleInput) input: CreateRoleInput,
  ): Promise<RolePayload> {
    const created = await this.manageRoles.create(viewerOf(context), {
      name: input.name,
      description: input.description ?? null,
      type: input.type,
      permissions: input.permissions ?? [],
      excludedPermissions: input.excludedPermissions ?? [],
      operations: input.operations ?? [],
      ownerCustomerId: input.ownerCustomerId,
    });
    return toPayload('role', created);
  }

  @Allow.permission('ROLE', 'WRITE')
  @Mutation(() => RolePayload, {
    description: 'Changes a role. What it gives beyond before, its holders get at once.',
  })
  async updateRole(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateRoleInput) input: UpdateRoleInput,
  ): Promise<RolePayload> {
    const updated = await this.manageRoles.update(viewerOf(context), id, {
      name: input.name,
      description: input.description,
      permissions: cleared(input.permissions),
      excludedPermissions: cleared(input.excludedPermissions),
      operations: cleared(input.operations),
    });
    return toPayload('role', updated);
  }

  @Allow.permission('ROLE', 'CREATE')
  @Mutation(() => RolePayload, {
    description: 'Makes a role like another one, for the same owner.',
  })
  async copyRole(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String, { description: 'Unique for the owner; at most 255 characters.' })
    name: string,
  ): Promise<RolePayload> {
    return toPayload('role', await this.manageRoles.copy(viewerOf(context), id, name));
  }

  @Allow.permission('ROLE', 'DELETE')
  @Mutation(() => DeletePayload, { description: 'Deletes a role; whoever holds it loses it.' })
  async deleteRole(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('evenInUse', () => Boolean, {
      defaultValue: false,
      description: 'Without it what is in use stays, and IN_USE says where.',
    })
    evenInUse: boolean,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.manageRoles.delete(viewerOf(context), id, evenInUse));
  }

  @FieldResolver(() => RoleTypeEnum, { description: 'Fixed after creation.' })
  type(@Root() { rights }: RoleType): RoleRights['type'] {
    return rights.type;
  }

  @FieldResolver(() => [ResourcePermissionType], { description: 'GENERIC only, else empty.' })
  permissions(@Root() { rights }: RoleType): readonly PermissionEntry[] {
    return rights.type === 'GENERIC' ? toPermissionEntries(rights.permissions) : [];
  }

  @FieldResolver(() => [ResourcePermissionType], {
    description: 'GENERIC only: taken off again inside this role, after ALL is expanded.',
  })
  excludedPermissions(@Root() { rights }: RoleType): readonly PermissionEntry[] {
    return rights.type === 'GENERIC' ? toPermissionEntries(rights.excludedPermissions) : [];
  }

  @FieldResolver(() => [OperationType], { description: 'GROUP only, else empty.' })
  operations(@Root() { rights }: RoleType): readonly OperationOrAll[] {
    return rights.type === 'GROUP' ? rights.operations : [];
  }

  @FieldResolver(() => OwnerType)
  owner(@Root() role: RoleType): OwnerType {
    return new OwnerType(role.ownerCustomerId);
  }

  @FieldResolver(() => Int, { description: 'How many people hold it; counted up to 10,000.' })
  userCount(@Root() role: RoleType, @Ctx() context: ViewerContext): Promise<number> {
    const viewer = viewerOf(context);
    const createLoader = () =>
      new DataLoader(async (ids: readonly string[]) => {
        const counts = await this.manageRoles.countUsers(viewer, ids);
        return ids.map((id) => counts.get(id) ?? 0);
      });
    return requestLoader(context, userCounts, createLoader).load(role.id);
  }

  @FieldResolver(() => Int, {
    description: 'Customers whose user groups hold it; counted up to 10,000.',
  })
  customerCount(@Root() role: RoleType, @Ctx() context: ViewerContext): Promise<number> {
    const viewer = viewerOf(context);
    const createLoader = () =>
      new DataLoader(async (ids: readonly string[]) => {
        const uses = await this.manageRoles.countCustomers(viewer, ids);
        return ids.map((id) => uses.get(id)?.customers ?? 0);
      });
    return requestLoader(context, customerCounts, createLoader).load(role.id);
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Root() role: RoleType, @Ctx() context: ViewerContext): Promise<readonly Operation[]> {
    const { id, ownerCustomerId } = role;
    const withheld = withheldOnRole(role);
    return this.loadOperations(context, 'ROLE', { id, ownerCustomerId, withheld });
  }
}
