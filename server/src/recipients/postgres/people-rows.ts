import type { Knex } from 'knex';
import { heldByUsers } from '../../access/index.js';
import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import type { Audience, Person } from '../recipient.js';
import type { FindPeople } from '../recipient-repository.js';

interface Row {
  id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  locale: string | null;
  authority: string;
  total_count: string;
}

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: [row.first_name, row.last_name].filter(Boolean).join(' ') || row.email,
  email: row.email,
  locale: row.locale,
  isAdministrator: row.authority === 'TENANT_ADMIN',
});

const active = (tx: Tx): Knex.QueryBuilder =>
  knexOf(tx)('users as u').where({ 'u.tenant_id': tx.tenantId, 'u.state': 'ACTIVE' });

/** Whoever is in one of the groups, or holds one of the roles through one. */
const holding = (tx: Tx, column: 'group_ids' | 'role_ids', ids: readonly string[]) =>
  active(tx)
    .joinRaw(`join (${heldByUsers('users')}) as held on held.user_id = u.id`)
    .whereRaw(`held.${column} && ?::uuid[]`, [[...ids]]);

const matching = (tx: Tx, audience: Audience): Knex.QueryBuilder | null => {
  switch (audience.type) {
    case 'TENANT_ADMINISTRATORS':
      return active(tx).where('u.authority', 'TENANT_ADMIN');
    case 'USERS':
      return active(tx).whereIn('u.id', audience.userIds);
    case 'CUSTOMER_USERS':
      return active(tx).whereIn('u.customer_id', audience.customerIds);
    case 'USER_GROUPS':
      return holding(tx, 'group_ids', audience.userGroupIds);
    case 'ROLES':
      return holding(tx, 'role_ids', audience.roleIds);
    case 'ALL_USERS':
      return active(tx);
    case 'EMAILS':
    case 'SLACK':
    case 'TEAMS':
    case 'WEBHOOK':
      return null;
  }
};

export const findPeople: FindPeople = async (tx, audience, first) => {
  const query = matching(tx, audience);
  if (!query) return { people: [], totalCount: 0 };
  const rows = (await query
    .select('u.id', 'u.email', 'u.first_name', 'u.last_name', 'u.locale', 'u.authority')
    .select(knexOf(tx).raw('count(*) over () as total_count'))
    .orderBy(['u.email_key', 'u.id'])
    .limit(first)) as Row[];
  return { people: rows.map(toPerson), totalCount: Number(rows[0]?.total_count ?? 0) };
};
