import type { Knex } from 'knex';
import { heldByUsers, readableCondition, type Principal } from '../../access/index.js';
import type { LimitName } from '../../config/limits.js';
import { isId } from '../../platform/ids.js';
import type { RateLimits } from '../../platform/limits/rate-limits.js';
import { knexOf, type Database } from '../../platform/postgres/database.js';
import { cappedCount, containsText, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type {
  DetailedUser,
  FindTenantOfAdministrator,
  UserDetails,
  UserDirectory,
  UserFilter,
} from '../user-directory.js';
import { isAnybodyLockedOut, isLockedOut } from './locked-out.js';
import { toUser, userColumns, type UserRow } from './user-rows.js';

interface DetailsRow {
  id: string;
  locked: boolean;
  group_ids: string[];
  role_ids: string[];
}

const toDetails = (row: DetailsRow): UserDetails => ({
  locked: row.locked,
  groupIds: row.group_ids,
  roleIds: row.role_ids,
});

const toDetailedUser = (row: UserRow & DetailsRow): DetailedUser => ({
  ...toUser(row),
  details: toDetails(row),
});

const columns = [...userColumns, 'email_key'].map((column) => `u.${column}`);

/** Of a tenant's people, system administrators see the administrators. */
const readable = (tx: Tx, reader: Principal): Knex.QueryBuilder => {
  const users = knexOf(tx)('users as u').where('u.tenant_id', tx.tenantId);
  if (reader.authority === 'SYS_ADMIN') return users.whereNot('u.authority', 'CUSTOMER_USER');
  const { sql, bindings } = readableCondition(reader, 'USER', {
    id: 'u.id',
    owner: 'u.customer_id',
  });
  return users.whereRaw(sql, bindings as never);
};

/** @param limits when an account is locked, as sign-in counts it */
export const createUserDirectoryRows = (
  limits: Pick<RateLimits<LimitName>, 'figures'>,
): UserDirectory => {
  const locked = (): string => isLockedOut(limits.figures);

  const matching = (tx: Tx, reader: Principal, filter: UserFilter): Knex.QueryBuilder => {
    const query = readable(tx, reader);
    const { search, state, customerId, authority } = filter;
    if (search) void query.where(containsText(['u.email', 'u.first_name', 'u.last_name'], search));
    if (customerId) void query.where('u.customer_id', customerId);
    if (authority) void query.where('u.authority', authority);
    if (state) void query.where('u.state', state === 'LOCKED' ? 'ACTIVE' : state);
    if (state === 'LOCKED')
      void query.whereRaw(isAnybodyLockedOut(limits.figures)).whereRaw(locked());
    if (state === 'ACTIVE') void query.whereRaw(`not ${locked()}`);
    return query;
  };

  /** Details only of the rows that are shown: the limit is inside. */
  const withDetails = async (
    tx: Tx,
    users: Knex.QueryBuilder,
  ): Promise<(UserRow & DetailsRow)[]> => {
    const knex = knexOf(tx);
    return (await knex
      .with('page', users.select(columns))
      .from('page as u')
      .joinRaw(`left join (${heldByUsers('page')}) as held on held.user_id = u.id`)
      .select('u.*', knex.raw(`${locked()} as locked`))
      .select(knex.raw(`coalesce(held.group_ids, '{}') as group_ids`))
      .select(knex.raw(`coalesce(held.role_ids, '{}') as role_ids`))
      .orderBy('u.id', 'desc')) as (UserRow & DetailsRow)[];
  };

  return {
    async list(tx, reader, { filter, first, afterId }) {
      if (!canMatch(filter)) return { rows: [], hasNextPage: false };
      const page = matching(tx, reader, filter)
        .orderBy('u.id', 'desc')
        .limit(first + 1);
      if (afterId) void page.where('u.id', '<', afterId);
      return takePage(await withDetails(tx, page), first, toDetailedUser);
    },

    count: async (tx, reader, filter) =>
      canMatch(filter) ? cappedCount(knexOf(tx), matching(tx, reader, filter)) : 0,

    async find(tx, reader, id) {
      const [row] = await withDetails(tx, readable(tx, reader).where('u.id', id));
      return row ? toDetailedUser(row) : null;
    },

    async findForChange(tx, reader, id) {
      const [row] = (await readable(tx, reader)
        .where('u.id', id)
        .forUpdate('u')
        .select(columns)) as UserRow[];
      return row ? toUser(row) : null;
    },

    async knowsAddress(tx, reader, emailKey) {
      const row: unknown = await readable(tx, reader).where('u.email_key', emailKey).first('u.id');
      return row !== undefined;
    },

    async detailsOf(tx, ids) {
      const users = knexOf(tx)('users as u').where('u.tenant_id', tx.tenantId).whereIn('u.id', ids);
      const rows = await withDetails(tx, users);
      return new Map(rows.map((row) => [row.id, toDetails(row)]));
    },
  };
};

/** What is no id names no customer, and would be an SQL error. */
const canMatch = ({ customerId }: UserFilter): boolean => customerId === null || isId(customerId);

export const createFindTenantOfAdministrator =
  (database: Database): FindTenantOfAdministrator =>
  async (userId) => {
    const [row] = await database.callFunction<{ id: string | null }>(
      'select gatehouse.find_tenant_of_administrator(?) as id',
      [userId],
    );
    return row?.id ?? null;
  };
