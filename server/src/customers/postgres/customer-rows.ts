import type { Knex } from 'knex';
import { readableCondition, type Principal } from '../../access/index.js';
import { isId } from '../../platform/ids.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, containsText, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import { addressOf } from '../change-address.js';
import type { Customer, CustomerContents } from '../customer.js';
import { noAddress, type PostalAddress } from '../postal-address.js';
import type { CustomerFilter, CustomerRepository } from '../customer-repository.js';

interface Row extends PostalAddress {
  id: string;
  parent_customer_id: string | null;
  title: string;
  email: string | null;
  created_at: Date;
}

/** Its parts are stored under their own names. */
const addressColumns = Object.keys(noAddress) as (keyof PostalAddress)[];
const columns = [
  ...['id', 'parent_customer_id', 'title', 'email', 'created_at'],
  ...addressColumns,
];

const toCustomer = (row: Row): Customer => ({
  id: row.id,
  parentId: row.parent_customer_id,
  title: row.title,
  email: row.email,
  ...addressOf(row),
  createdAt: row.created_at,
});

const readable = (tx: Tx, reader: Principal): Knex.QueryBuilder => {
  const { sql, bindings } = readableCondition(reader, 'CUSTOMER', {
    id: 'customers.id',
    owner: 'customers.parent_customer_id',
  });
  return knexOf(tx)('customers')
    .where('tenant_id', tx.tenantId)
    .whereRaw(sql, bindings as never);
};

const matching = (tx: Tx, reader: Principal, filter: CustomerFilter): Knex.QueryBuilder => {
  const query = readable(tx, reader);
  if (filter.search) void query.where(containsText(['title', 'email'], filter.search));
  if (filter.parentId) void query.where('parent_customer_id', filter.parentId);
  return query;
};

/** What is no id names no customer, and would be an SQL error. */
const canMatch = ({ parentId }: CustomerFilter): boolean => parentId === null || isId(parentId);

const toOptional = ([row]: Row[]): Customer | null => (row ? toCustomer(row) : null);

export const customerRows: CustomerRepository = {
  find: async (tx, reader, id) =>
    toOptional(await readable(tx, reader).where({ id }).select<Row[]>(columns)),

  async findMany(tx, reader, ids) {
    const rows = await readable(tx, reader).whereIn('id', ids).select<Row[]>(columns);
    return rows.map(toCustomer);
  },

  findForChange: async (tx, reader, id) =>
    toOptional(await readable(tx, reader).where({ id }).forUpdate().select<Row[]>(columns)),

  async list(tx, reader, { filter, first, after }) {
    if (!canMatch(filter)) return { rows: [], hasNextPage: false };
    const query = matching(tx, reader, filter)
      .select<Row[]>(columns)
      .orderBy(['title', 'id'])
      .limit(first + 1);
    if (after) void query.whereRaw('(title, id) > (?, ?)', [after.title, after.id]);
    return takePage(await query, first, toCustomer);
  },

  count: async (tx, reader, filter) =>
    canMatch(filter) ? cappedCount(knexOf(tx), matching(tx, reader, filter)) : 0,

  async insert(tx, customer) {
    try {
      await knexOf(tx)('customers').insert({
        tenant_id: tx.tenantId,
        id: customer.id,
        parent_customer_id: customer.parentId,
        title: customer.title,
        email: customer.email,
        ...addressOf(customer),
        created_at: customer.createdAt,
      });
      return true;
    } catch (error) {
      if (brokenConstraint(error) === 'customers_parent_fkey') return false;
      throw error;
    }
  },

  async update(tx, { id, title, email, ...rest }) {
    await knexOf(tx)('customers')
      .where({ tenant_id: tx.tenantId, id })
      .update({ title, email, ...addressOf(rest) });
  },

  async contents(tx, id) {
    const ofTenant = (table: string, owner: string) =>
      `(select count(*)::int from ${table}
         where tenant_id = :tenantId and ${owner} in (select id from subtree))`;
    const { rows } = await knexOf(tx).raw<{ rows: CustomerContents[] }>(
      `with subtree as materialized (select id from gatehouse.customer_subtree(:id) as id)
       select ${ofTenant('users', 'customer_id')} as "users",
              ${ofTenant('devices', 'owner_customer_id')} as "devices",
              ${ofTenant('assets', 'owner_customer_id')} as "assets",
              ${ofTenant('dashboards', 'owner_customer_id')} as "dashboards",
              (select count(*)::int - 1 from subtree) as "subCustomers",
              ${ofTenant('roles', 'owner_customer_id')} as "roles",
              ${ofTenant('entity_groups', 'owner_customer_id')} as "groups"`,
      { tenantId: tx.tenantId, id },
    );
    const [contents] = rows;
    if (!contents) throw new Error('A statement of counts answered without a row.');
    return contents;
  },

  async countUsers(tx, id) {
    const knex = knexOf(tx);
    const own = { tenant_id: tx.tenantId };
    await knex('customers')
      .where({ ...own, id })
      .forUpdate()
      .first('id');
    const [row] = (await knex('users')
      .where({ ...own, customer_id: id })
      .count('* as count')) as {
      count: string;
    }[];
    return Number(row?.count ?? 0);
  },

  async delete(tx, id) {
    await knexOf(tx)('customers').where({ tenant_id: tx.tenantId, id }).delete();
  },
};
