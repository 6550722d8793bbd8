import { requireMay, type Operation, type Ownership, type Viewer } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { forbidden, notFound } from '../platform/failures.js';
import { isId, newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { Page } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import {
  auditedFields,
  blankItem,
  fillIn,
  viewItem,
  type InventoryErrorCode,
  type InventoryItem,
  type ItemInput,
  type ItemResource,
  type ItemView,
} from './inventory-item.js';
import {
  anyItem,
  type BreakdownBy,
  type ItemFilter,
  type ItemQuery,
  type ItemRepository,
  type ItemShare,
} from './item-repository.js';

export interface ItemsDeps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
}

export interface NewItem extends ItemInput {
  /** Absent: the viewer's own customer, or the tenant. */
  readonly ownerCustomerId?: string | null;
}

type Saved = Result<ItemView, InputFaults<InventoryErrorCode>>;

const noSuchOwner = inputFault(
  'ownerCustomerId',
  'NOT_FOUND',
  'This customer does not exist, or you may not see it: choose another owner.',
);

const mostTypes = 100;
const byName = { field: 'NAME', direction: 'ASC' } as const;

const refusals = {
  'name-taken': failWith(
    inputFault('name', 'NAME_TAKEN', 'The owner already has one of this name: choose another.'),
  ),
  'owner-gone': failWith(noSuchOwner),
};

/** What people do with their devices, or with their assets. */
export const createManageItems = (
  resource: ItemResource,
  repository: ItemRepository,
  { transact, clock, recordAudit, ownership }: ItemsDeps,
) => {
  const word = resource.toLowerCase();

  const operationsOn = async (tx: Tx, { principal }: Viewer, item: InventoryItem) =>
    (await ownership.operationsOn(tx, principal, resource, [item])).get(item.id) ?? [];

  const requireIn = (viewerCan: readonly Operation[], operation: Operation): void => {
    if (!viewerCan.includes(operation)) throw forbidden(`${resource}:${operation}`);
  };

  const audit = (tx: Tx, viewer: Viewer, verb: string, item: InventoryItem, fields: object) =>
    recordAudit(tx, viewer.actor, {
      action: `${word}.${verb}`,
      entityType: resource,
      entityId: item.id,
      entityName: item.name,
      ...fields,
    });

  return {
    list: (viewer: Viewer, query: ItemQuery): Promise<Page<ItemView>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const { rows, hasNextPage } = await repository.list(tx, viewer.principal, query);
        const operations = await ownership.operationsOn(tx, viewer.principal, resource, rows);
        return {
          rows: rows.map((item) => viewItem(item, operations.get(item.id) ?? [])),
          hasNextPage,
        };
      }),

    count: (viewer: Viewer, filter: ItemFilter): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) => repository.count(tx, viewer.principal, filter)),

    /** How many of what the viewer may see have which type or attribute; most first. */
    breakdown: (
      viewer: Viewer,
      filter: ItemFilter,
      by: BreakdownBy,
      limit: number,
    ): Promise<ItemShare[]> =>
      transact(viewer.principal.tenantId, (tx) =>
        repository.breakdown(tx, viewer.principal, filter, by, limit),
      ),

    /** Types of what the viewer may see, by name; at most 100. */
    types: (viewer: Viewer, search: string | null): Promise<string[]> =>
      transact(viewer.principal.tenantId, (tx) =>
        repository.types(tx, viewer.principal, search, mostTypes),
      ),

    /** Those of the ids that the viewer may read, within a transaction of the caller. */
    readableIds: async (tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<string[]> => {
      if (ids.length === 0) return [];
      const query = { filter: { ...anyItem, ids }, sort: byName, first: ids.length, after: null };
      return (await repository.list(tx, viewer.principal, query)).rows.map(({ id }) => id);
    },

    find: (viewer: Viewer, id: string): Promise<ItemView> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const item = isId(id) ? await repository.find(tx, viewer.principal, id) : null;
        if (!item) throw notFound(word);
        return viewItem(item, await operationsOn(tx, viewer, item));
      }),

    create: (viewer: Viewer, input: NewItem): Promise<Saved> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const fields = fillIn(blankItem, input);
        const ownerChain = await ownership.chooseOwner(tx, viewer.principal, input.ownerCustomerId);
        if (!ownerChain) return failWith(...(fields.ok ? [] : fields.failure), noSuchOwner);
        requireMay(viewer, 'CREATE', { resource, ownerChain });
        if (!fields.ok) return fields;
        if (Object.keys(fields.value.attributes).length > 0) {
          requireMay(viewer, 'WRITE_ATTRIBUTES', { resource, ownerChain });
        }
        const item: InventoryItem = {
          ...fields.value,
          id: newId(),
          ownerCustomerId: ownerChain[0] ?? null,
          createdAt: clock.now(),
        };
        const outcome = await repository.insert(tx, item);
        if (outcome !== 'written') return refusals[outcome];
        await audit(tx, viewer, 'created', item, {
          after: { ownerCustomerId: item.ownerCustomerId, ...auditedFields(item) },
        });
        return ok(viewItem(item, await operationsOn(tx, viewer, item)));
      }),

    update: (viewer: Viewer, id: string, input: ItemInput): Promise<Saved> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const item = isId(id) ? await repository.findForChange(tx, viewer.principal, id) : null;
        if (!item) throw notFound(word);
        const viewerCan = await operationsOn(tx, viewer, item);
        requireIn(viewerCan, 'WRITE');
        if (input.attributes !== undefined) requireIn(viewerCan, 'WRITE_ATTRIBUTES');
        const fields = fillIn(item, input);
        if (!fields.ok) return fields;
        const changed = { ...item, ...fields.value };
        const changes = changedFields(auditedFields(item), auditedFields(changed));
        if (changes) {
          const outcome = await repository.update(tx, changed);
          if (outcome !== 'written') return refusals[outcome];
          await audit(tx, viewer, 'updated', changed, changes);
        }
        return ok(viewItem(changed, viewerCan));
      }),

    delete: (viewer: Viewer, id: string): Promise<string> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const item = isId(id) ? await repository.findForChange(tx, viewer.principal, id) : null;
        if (!item) throw notFound(word);
        requireIn(await operationsOn(tx, viewer, item), 'DELETE');
        await repository.delete(tx, id);
        await audit(tx, viewer, 'deleted', item, { before: auditedFields(item) });
        return id;
      }),
  };
};

export type ManageItems = ReturnType<typeof createManageItems>;
