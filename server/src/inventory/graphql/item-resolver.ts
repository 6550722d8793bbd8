import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, type ClassType } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkPageSize, toConnection, type Connection } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { InputFaults } from '../../platform/input-fault.js';
import { ok, type Result } from '../../platform/result.js';
import type { InventoryErrorCode, ItemResource, ItemView } from '../inventory-item.js';
import type { ManageItems } from '../manage-items.js';
import { InventoryFilter, toItemFilter } from './inventory-filter.input.js';
import { InventorySort, positionOf, sortByName, toPosition } from './inventory-sort.input.js';
import { toItemType, type ItemType } from './item.type.js';
import type { CreateItemInput, UpdateItemInput } from './item.input.js';

/** What tells the API of devices from that of assets. */
interface ItemApi {
  readonly resource: ItemResource;
  readonly one: 'device' | 'asset';
  readonly many: 'devices' | 'assets';
  readonly type: ClassType<ItemType>;
  readonly connection: ClassType<Connection<ItemType>>;
  readonly payload: ClassType<object>;
  readonly createInput: ClassType<CreateItemInput>;
  readonly updateInput: ClassType<UpdateItemInput>;
}

export const itemResolverOf = (api: ItemApi): new (manageItems: ManageItems) => object => {
  const { resource, one, many } = api;
  const nameOf = (verb: string) => `${verb}${one[0]?.toUpperCase()}${one.slice(1)}`;
  const toSaved = (saved: Result<ItemView, InputFaults<InventoryErrorCode>>) =>
    toPayload(one, saved.ok ? ok(toItemType(saved.value)) : saved);

  @Resolver()
  class ItemResolver {
    constructor(private readonly manageItems: ManageItems) {}

    @Allow.permission(resource, 'READ')
    @Query(() => api.connection, {
      name: many,
      description: `The ${many} that the viewer may read.`,
    })
    async list(
      @Ctx() context: ViewerContext,
      @Arg('filter', () => InventoryFilter, { nullable: true }) input: InventoryFilter | null,
      @Arg('sort', () => InventorySort, { nullable: true }) sort: InventorySort | null,
      @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
      @Arg('after', () => String, { nullable: true }) after: string | null,
    ): Promise<Connection<ItemType>> {
      const viewer = viewerOf(context);
      const filter = toItemFilter(input);
      const order = sort ?? sortByName;
      const page = await this.manageItems.list(viewer, {
        filter,
        sort: order,
        first: checkPageSize('first', first),
        after: after ? toPosition(order, after) : null,
      });
      return toConnection(
        { rows: page.rows.map(toItemType), hasNextPage: page.hasNextPage },
        positionOf(order),
        () => this.manageItems.count(viewer, filter),
      );
    }

    @Allow.permission(resource, 'READ')
    @Query(() => api.type, { name: one, description: 'NOT_FOUND when the viewer may not read it.' })
    async find(@Ctx() context: ViewerContext, @Arg('id', () => ID) id: string): Promise<ItemType> {
      return toItemType(await this.manageItems.find(viewerOf(context), id));
    }

    @Allow.permission(resource, 'CREATE')
    @Mutation(() => api.payload, {
      name: nameOf('create'),
      description: 'With attributes it needs WRITE_ATTRIBUTES, too.',
    })
    async create(
      @Ctx() context: ViewerContext,
      @Arg('input', () => api.createInput) input: CreateItemInput,
    ): Promise<object> {
      return toSaved(await this.manageItems.create(viewerOf(context), input));
    }

    @Allow.permission(resource, 'WRITE')
    @Mutation(() => api.payload, {
      name: nameOf('update'),
      description: 'What is absent stays. With attributes it needs WRITE_ATTRIBUTES, too.',
    })
    async update(
      @Ctx() context: ViewerContext,
      @Arg('id', () => ID) id: string,
      @Arg('input', () => api.updateInput) input: UpdateItemInput,
    ): Promise<object> {
      return toSaved(await this.manageItems.update(viewerOf(context), id, input));
    }

    @Allow.permission(resource, 'DELETE')
    @Mutation(() => DeletePayload, {
      name: nameOf('delete'),
      description: 'Also takes it out of its groups.',
    })
    async delete(
      @Ctx() context: ViewerContext,
      @Arg('id', () => ID) id: string,
    ): Promise<DeletePayload> {
      const deletedId = await this.manageItems.delete(viewerOf(context), id);
      return { deletedId, userErrors: [] };
    }
  }
  return ItemResolver;
};
