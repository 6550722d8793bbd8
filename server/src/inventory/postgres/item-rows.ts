import type { Knex } from 'knex';
import { readableCondition, type Principal } from '../../access/index.js';
import { isId } from '../../platform/ids.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, containsText, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { Attributes } from '../attributes.js';
import type { InventoryItem, ItemResource } from '../inventory-item.js';
import type {
  ItemFilter,
  ItemQuery,
  ItemRepository,
  ItemSort,
  WriteOutcome,
} from '../item-repository.js';
import { heldByGroup } from './group-members.js';

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

const sortColumns: Record<ItemSort['field'], string> = { NAME: 'name', CREATED_AT: 'created_at' };

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
  const readable = (tx: Tx, reader: Principal): Knex.QueryBuilder => {
    const { sql, bindings } = readableCondition(reader, resource, {
      id: `${table}.id`,
      owner: `${table}.owner_customer_id`,
    });
    return knexOf(tx)(table)
      .where('tenant_id', tx.tenantId)
      .whereRaw(sql, bindings as never);
  };

  const matching = (tx: Tx, reader: Principal, filter: ItemFilter): Knex.QueryBuilder => {
    const query = readable(tx, reader);
    if (filter.search) void query.where(containsText(['name', 'label', 'type'], filter.search));
    if (filter.type) void query.where('type', filter.type);
    if (filter.ownerCustomerId) void query.where('owner_customer_id', filter.ownerCustomerId);
    if (filter.groupId) void query.where(heldByGroup(tx, reader, resource, table, filter.groupId));
    return query;
  };

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
      const column = sortColumns[sort.field];
      const query = matching(tx, reader, filter)
        .select<Row[]>(columns)
        .orderBy([
          { column, order: sort.direction },
          { column: 'id', order: sort.direction },
        ])
        .limit(first + 1);
      if (after) {
        const beyond = sort.direction === 'ASC' ? '>' : '<';
        void query.whereRaw(`(??, id) ${beyond} (?, ?)`, [column, after.value, after.id]);
      }
      return takePage(await query, first, toItem);
    },

    count: async (tx, reader, filter) =>
      canMatch(filter) ? cappedCount(knexOf(tx), matching(tx, reader, filter)) : 0,

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

/** What is no id names no owner and no group, and would be an SQL error. */
const canMatch = ({ ownerCustomerId, groupId }: ItemFilter): boolean =>
  [ownerCustomerId, groupId].every((id) => id === null || isId(id));
