import type { Knex } from 'knex';
import type { Principal } from '../../access/index.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { Attributes } from '../attributes.js';
import type { InventoryItem, ItemResource } from '../inventory-item.js';
import type { ItemQuery, ItemRepository, ItemSort, WriteOutcome } from '../item-repository.js';
import { canMatch, matchingItems, readableItems } from './item-conditions.js';
import { countByValue, typesInUse } from './item-figures.js';

interface Row {
  id: string;
  owner_customer_id: string | null;
  name: string;
  type: string;
  label: string | null;
  attributes: Attributes;
  created_at: Date;
}

const columns = ['id', 'owner_customer_id', 'name', 'type', 'label', 'attributes', 'created_at'];

/** Each has an index within an owner, and one within the tenant. */
const sortExpressions: Record<ItemSort['field'], string> = {
  NAME: 'name',
  CREATED_AT: 'created_at',
  TYPE: 'type',
  // Written as in the indexes: PostgreSQL takes COALESCE for leaky, and reads every row first.
  LABEL: `case when label is null then '' else label end`,
};

const toItem = (row: Row): InventoryItem => ({
  id: row.id,
  ownerCustomerId: row.owner_customer_id,
  name: row.name,
  type: row.type,
  label: row.label,
  attributes: row.attributes,
  createdAt: row.created_at,
});

const toColumns = (item: InventoryItem) => ({
  name: item.name,
  type: item.type,
  label: item.label,
  attributes: JSON.stringify(item.attributes),
});

/** Devices or assets: two tables of one shape. */
export const itemRows = (resource: ItemResource, table: 'devices' | 'assets'): ItemRepository => {
  const items = { resource, table };
  const readable = (tx: Tx, reader: Principal): Knex.QueryBuilder =>
    readableItems(tx, reader, items);

  const write = async (statement: PromiseLike<unknown>): Promise<WriteOutcome> => {
    try {
      await statement;
      return 'written';
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint === `${table}_name_key`) return 'name-taken';
      if (constraint === `${table}_owner_fkey`) return 'owner-gone';
      throw error;
    }
  };

  const toOptional = ([row]: Row[]): InventoryItem | null => (row ? toItem(row) : null);

  return {
    find: async (tx, reader, id) =>
      toOptional(await readable(tx, reader).where({ id }).select<Row[]>(columns)),

    findForChange: async (tx, reader, id) =>
      toOptional(await readable(tx, reader).where({ id }).forUpdate().select<Row[]>(columns)),

    async list(tx, reader, { filter, sort, first, after }: ItemQuery) {
      if (!canMatch(filter)) return { rows: [], hasNextPage: false };
      const expression = sortExpressions[sort.field];
      const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
      const query = matchingItems(tx, reader, items, filter)
        .select<Row[]>(columns)
        .orderByRaw(`${expression} ${direction}, id ${direction}`)
        .limit(first + 1);
      if (after) {
        const beyond = sort.direction === 'ASC' ? '>' : '<';
        void query.whereRaw(`(${expression}, id) ${beyond} (?, ?)`, [after.value, after.id]);
      }
      return takePage(await query, first, toItem);
    },

    count: async (tx, reader, filter) =>
      canMatch(filter) ? cappedCount(knexOf(tx), matchingItems(tx, reader, items, filter)) : 0,

    breakdown: async (tx, reader, filter, by, limit) =>
      canMatch(filter) ? countByValue(tx, reader, items, filter, by, limit) : [],

    types: (tx, reader, search, limit) => typesInUse(tx, reader, items, search, limit),

    insert: (tx, item) =>
      write(
        knexOf(tx)(table).insert({
          tenant_id: tx.tenantId,
          id: item.id,
          owner_customer_id: item.ownerCustomerId,
          created_at: item.createdAt,
          ...toColumns(item),
        }),
      ),

    update: (tx, item) =>
      write(
        knexOf(tx)(table).where({ tenant_id: tx.tenantId, id: item.id }).update(toColumns(item)),
      ),

    async delete(tx, id) {
      await knexOf(tx)(table).where({ tenant_id: tx.tenantId, id }).delete();
    },
  };
};
