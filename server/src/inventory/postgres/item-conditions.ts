import type { Knex } from 'knex';
import { heldByGroup, readableCondition, type Principal } from '../../access/index.js';
import { isId } from '../../platform/ids.js';
import { knexOf } from '../../platform/postgres/database.js';
import { containsText } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { ItemResource } from '../inventory-item.js';
import type { ItemFilter } from '../item-repository.js';

/** Devices or assets, and where they are kept. */
export interface Items {
  readonly resource: ItemResource;
  readonly table: 'devices' | 'assets';
}

const ownedColumns = ({ table }: Items) => ({
  id: `${table}.id`,
  owner: `${table}.owner_customer_id`,
});

export const readableItems = (tx: Tx, reader: Principal, items: Items): Knex.QueryBuilder => {
  const { sql, bindings } = readableCondition(reader, items.resource, ownedColumns(items));
  return knexOf(tx)(items.table)
    .where('tenant_id', tx.tenantId)
    .whereRaw(sql, bindings as never);
};

/** Those whose attributes the reader may read, too. */
export const withReadableAttributes =
  (reader: Principal, items: Items) =>
  (query: Knex.QueryBuilder): void => {
    const columns = ownedColumns(items);
    const { sql, bindings } = readableCondition(reader, items.resource, columns, 'READ_ATTRIBUTES');
    void query.whereRaw(sql, bindings as never);
  };

/** Readable rows that meet a filter; ask {@link canMatch} first. */
export const matchingItems = (
  tx: Tx,
  reader: Principal,
  items: Items,
  filter: ItemFilter,
): Knex.QueryBuilder => {
  const { resource } = items;
  const query = readableItems(tx, reader, items);
  if (filter.search) void query.where(containsText(['name', 'label', 'type'], filter.search));
  if (filter.type) void query.where('type', filter.type);
  if (filter.ownerCustomerId) void query.where('owner_customer_id', filter.ownerCustomerId);
  if (filter.groupId) void query.where(heldByGroup(tx, reader, resource, filter.groupId));
  if (filter.types?.length) void query.whereIn('type', [...filter.types]);
  if (filter.nameStartsWith) {
    void query.whereRaw('starts_with(lower(name), lower(?))', [filter.nameStartsWith]);
  }
  if (filter.ids) void query.whereIn('id', filter.ids.filter(isId));
  return query;
};

/** What is no id names no owner and no group, and would be an SQL error. */
export const canMatch = ({ ownerCustomerId, groupId }: ItemFilter): boolean =>
  [ownerCustomerId, groupId].every((id) => id === null || isId(id));
