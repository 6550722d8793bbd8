import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { requestLoader } from '../../platform/graphql/request-context.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import { groupResourceOf, withheldOnGroup } from '../entity-group.js';
import { unused, type GrantUse } from '../grant-uses.js';
import type { ManageEntityGroups } from '../manage-entity-groups.js';
import { directOwner } from '../owner-chain.js';
import type { Operation } from '../permission-matrix.js';
import { viewerOf, type ViewerContext } from '../viewer.js';
import {
  CreateEntityGroupInput,
  EntityGroupFilter,
  UpdateEntityGroupInput,
} from './entity-group.input.js';
import { EntityGroupPayload } from './entity-group.payload.js';
import { EntityGroupList, EntityGroupType } from './entity-group.type.js';
import type { LoadOperations } from './load-operations.js';
import { OperationType } from './operation.type.js';
import { OwnerType } from './owner.type.js';

const memberCounts = Symbol('members of groups');
const groupUses = Symbol('uses of groups');

@Resolver(() => EntityGroupType)
export class EntityGroupResolver {
  constructor(
    private readonly manageGroups: ManageEntityGroups,
    private readonly loadOperations: LoadOperations,
  ) {}

  @Allow.signedIn()
  @Query(() => EntityGroupList, {
    description: 'The groups that the viewer may read, by type and name.',
  })
  entityGroups(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => EntityGroupFilter, { nullable: true }) filter: EntityGroupFilter | null,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<EntityGroupList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    const search = checkSearch('filter.search', filter?.search);
    return this.manageGroups.list(viewerOf(context), { ...filter, search }, page);
  }

  @Allow.signedIn()
  @Query(() => EntityGroupType, { description: 'NOT_FOUND when the viewer may not read it.' })
  entityGroup(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<EntityGroupType> {
    return this.manageGroups.find(viewerOf(context), id);
  }

  @Allow.signedIn()
  @Mutation(() => EntityGroupPayload, {
    description: 'Makes a group; what it holds from the start must be in reach of the viewer.',
  })
  async createEntityGroup(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateEntityGroupInput) input: CreateEntityGroupInput,
  ): Promise<EntityGroupPayload> {
    const { name, type, ownerCustomerId } = input;
    const group = { name, type, ownerCustomerId, memberIds: input.memberIds ?? [] };
    return toPayload('entityGroup', await this.manageGroups.create(viewerOf(context), group));
  }

  @Allow.signedIn()
  @Mutation(() => EntityGroupPayload, { description: 'Renames a group that a person made.' })
  async updateEntityGroup(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateEntityGroupInput) { name }: UpdateEntityGroupInput,
  ): Promise<EntityGroupPayload> {
    const viewer = viewerOf(context);
    return toPayload('entityGroup', await this.manageGroups.update(viewer, id, { name }));
  }

  @Allow.signedIn()
  @Mutation(() => DeletePayload, {
    description: 'Deletes a group. What it holds stays; roles on it or of it end.',
  })
  async deleteEntityGroup(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('evenInUse', () => Boolean, {
      defaultValue: false,
      description: 'Without it what is in use stays, and IN_USE says where.',
    })
    evenInUse: boolean,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.manageGroups.delete(viewerOf(context), id, evenInUse));
  }

  @FieldResolver(() => OwnerType)
  owner(@Root() group: EntityGroupType): OwnerType {
    return new OwnerType(directOwner(group.ownerChain));
  }

  @FieldResolver(() => Int, { description: 'How much it holds; counted up to 10,000.' })
  memberCount(@Root() group: EntityGroupType, @Ctx() context: ViewerContext): Promise<number> {
    const viewer = viewerOf(context);
    const createLoader = () =>
      new DataLoader(async (ids: readonly string[]) => {
        const counts = await this.manageGroups.countMembers(viewer, ids);
        return ids.map((id) => counts.get(id) ?? 0);
      });
    return requestLoader(context, memberCounts, createLoader).load(group.id);
  }

  @FieldResolver(() => Int, {
    description: 'User groups that hold a role on it; counted up to 10,000.',
  })
  async shareCount(@Root() group: EntityGroupType, @Ctx() context: ViewerContext): Promise<number> {
    return (await this.loadUse(context, group.id)).userGroups;
  }

  @FieldResolver(() => Int, {
    description: 'Customers whose user groups hold a role on it; counted up to 10,000.',
  })
  async customerCount(
    @Root() group: EntityGroupType,
    @Ctx() context: ViewerContext,
  ): Promise<number> {
    return (await this.loadUse(context, group.id)).customers;
  }

  private loadUse(context: ViewerContext, groupId: string): Promise<GrantUse> {
    const viewer = viewerOf(context);
    const createLoader = () =>
      new DataLoader<string, GrantUse>(async (ids) => {
        const uses = await this.manageGroups.countUses(viewer, ids);
        return ids.map((id) => uses.get(id) ?? unused);
      });
    return requestLoader(context, groupUses, createLoader).load(groupId);
  }

  @FieldResolver(() => [OperationType])
  viewerCan(
    @Root() { id, type, kind, ownerChain }: EntityGroupType,
    @Ctx() context: ViewerContext,
  ): Promise<readonly Operation[]> {
    const ownerCustomerId = directOwner(ownerChain);
    const row = { id, ownerCustomerId, withheld: withheldOnGroup(kind) };
    return this.loadOperations(context, groupResourceOf(type), row);
  }
}
