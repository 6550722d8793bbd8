import type { Authority } from '../../access/index.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf, type Database } from '../../platform/postgres/database.js';
import type { FindAdministrator, UserRepository } from '../user-repository.js';
import type { User, UserState } from '../user.js';

export interface UserRow {
  tenant_id: string;
  id: string;
  authority: Authority;
  customer_id: string | null;
  email: string;
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  locale: string | null;
  state: UserState;
  last_sign_in_at: Date | null;
  created_at: Date;
}

export const userColumns = [
  'tenant_id',
  'id',
  'authority',
  'customer_id',
  'email',
  'first_name',
  'last_name',
  'phone',
  'locale',
  'state',
  'last_sign_in_at',
  'created_at',
] as const satisfies (keyof UserRow)[];

export const toUser = (row: UserRow): User => ({
  id: row.id,
  tenantId: row.tenant_id,
  authority: row.authority,
  customerId: row.customer_id,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  phone: row.phone,
  locale: row.locale,
  state: row.state,
  lastSignInAt: row.last_sign_in_at,
  createdAt: row.created_at,
});

const uniqueAddress = new Set([
  'users_email_key',
  'users_administrator_email_key',
  'users_owner_email_key',
]);

/** @returns false when somebody has the address */
const unlessAddressTaken = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (uniqueAddress.has(brokenConstraint(error) ?? '')) return false;
    throw error;
  }
};

export const userRows: UserRepository = {
  async find(tx, id) {
    const row = await knexOf(tx)<UserRow>('users')
      .where({ tenant_id: tx.tenantId, id })
      .first(...userColumns);
    return row ? toUser(row) : null;
  },

  async findMany(tx, ids) {
    const rows = (await knexOf(tx)('users')
      .where('tenant_id', tx.tenantId)
      .whereIn('id', ids)
      .select(userColumns)) as UserRow[];
    return rows.map(toUser);
  },

  async findByEmailKey(tx, emailKey) {
    const row = (await knexOf(tx)('users')
      .where({ tenant_id: tx.tenantId, email_key: emailKey })
      .whereNotNull('password_hash')
      .first(userColumns)) as UserRow | undefined;
    return row ? toUser(row) : null;
  },

  async findCredentials(tx, by) {
    const row = (await knexOf(tx)('users as u')
      .join('tenants as t', 't.id', 'u.tenant_id')
      .where('u.tenant_id', tx.tenantId)
      .where((one) => {
        if ('id' in by) void one.where('u.id', by.id);
        else void one.where('u.email_key', by.emailKey).whereNotNull('u.password_hash');
      })
      .first([
        ...userColumns.map((column) => `u.${column}`),
        'u.password_hash',
        't.state as tenant_state',
      ])) as (UserRow & { password_hash: string | null; tenant_state: string }) | undefined;
    if (!row) return null;
    return {
      user: toUser(row),
      passwordHash: row.password_hash,
      tenantActive: row.tenant_state === 'ACTIVE',
    };
  },

  async existsAny(tx) {
    const row = (await knexOf(tx)('users').where({ tenant_id: tx.tenantId }).first('id')) as
      { id: string } | undefined;
    return row !== undefined;
  },

  async insert(tx, user) {
    const inserted = await knexOf(tx)('users')
      .insert({
        tenant_id: tx.tenantId,
        id: user.id,
        authority: user.authority,
        customer_id: user.customerId,
        email: user.email,
        email_key: user.emailKey,
        first_name: user.firstName,
        last_name: user.lastName,
        phone: user.phone ?? null,
        locale: user.locale,
        state: user.state,
        password_hash: user.passwordHash,
        created_at: user.createdAt,
      })
      .onConflict()
      .ignore()
      .returning('id');
    return inserted.length === 1;
  },

  async update(tx, id, changes) {
    const write = knexOf(tx)('users')
      .where({ tenant_id: tx.tenantId, id })
      .update({
        ...(changes.firstName !== undefined && { first_name: changes.firstName }),
        ...(changes.lastName !== undefined && { last_name: changes.lastName }),
        ...(changes.phone !== undefined && { phone: changes.phone }),
        ...(changes.locale !== undefined && { locale: changes.locale }),
        ...(changes.email !== undefined && { email: changes.email }),
        ...(changes.emailKey !== undefined && { email_key: changes.emailKey }),
        ...(changes.state !== undefined && { state: changes.state }),
        ...(changes.passwordHash !== undefined && { password_hash: changes.passwordHash }),
        ...(changes.lastSignInAt !== undefined && { last_sign_in_at: changes.lastSignInAt }),
      });
    return unlessAddressTaken(write);
  },

  async delete(tx, id) {
    await knexOf(tx)('users').where({ tenant_id: tx.tenantId, id }).delete();
  },
};

export const createFindAdministrator =
  (database: Database): FindAdministrator =>
  async (emailKey) => {
    const [row] = await database.callFunction<{ tenant_id: string; user_id: string }>(
      'select * from gatehouse.find_administrator(?)',
      [emailKey],
    );
    return row ? { tenantId: row.tenant_id, userId: row.user_id } : null;
  };
