import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import type { FoundSession, SessionRepository } from '../session-repository.js';
import type { Session } from '../session.js';
import type { TenantState } from '../tenant-repository.js';
import { toUser, userColumns, type UserRow } from './user-rows.js';

interface SessionRow {
  tenant_id: string;
  id: string;
  user_id: string;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
  ip: string | null;
  user_agent: string | null;
  parent_tenant_id: string | null;
  parent_session_id: string | null;
}

const toSession = (row: SessionRow): Session => ({
  id: row.id,
  tenantId: row.tenant_id,
  userId: row.user_id,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  expiresAt: row.expires_at,
  ip: row.ip,
  userAgent: row.user_agent,
  parent:
    row.parent_tenant_id && row.parent_session_id
      ? { tenantId: row.parent_tenant_id, sessionId: row.parent_session_id }
      : null,
});

interface JoinedRow extends SessionRow {
  tenant_state: TenantState;
  tenant_name: string;
  tenant_created_at: Date;
}

const findBy = async (tx: Tx, where: Record<string, unknown>): Promise<FoundSession | null> => {
  const knex = knexOf(tx);
  const row = (await knex('sessions as s')
    .join('users as u', { 'u.tenant_id': 's.tenant_id', 'u.id': 's.user_id' })
    .join('tenants as t', 't.id', 's.tenant_id')
    .where({ 's.tenant_id': tx.tenantId, ...where })
    .first([
      's.*',
      ...userColumns.map((column) => `u.${column} as user__${column}`),
      't.state as tenant_state',
      't.name as tenant_name',
      't.created_at as tenant_created_at',
    ])) as (JoinedRow & Record<string, unknown>) | undefined;
  if (!row) return null;
  const person = Object.fromEntries(
    userColumns.map((column) => [column, row[`user__${column}`]]),
  ) as unknown as UserRow;
  return {
    session: toSession(row),
    user: toUser(person),
    tenant: {
      id: row.tenant_id,
      name: row.tenant_name,
      state: row.tenant_state,
      createdAt: row.tenant_created_at,
    },
  };
};

export const sessionRows: SessionRepository = {
  async insert(tx, session, tokenHash) {
    await knexOf(tx)('sessions').insert({
      tenant_id: tx.tenantId,
      id: session.id,
      user_id: session.userId,
      token_hash: tokenHash,
      created_at: session.createdAt,
      last_used_at: session.lastUsedAt,
      expires_at: session.expiresAt,
      ip: session.ip,
      user_agent: session.userAgent,
      parent_tenant_id: session.parent?.tenantId ?? null,
      parent_session_id: session.parent?.sessionId ?? null,
    });
  },

  findByToken: (tx, tokenHash) => findBy(tx, { 's.token_hash': tokenHash }),

  find: (tx, id) => findBy(tx, { 's.id': id }),

  async listOf(tx, userId) {
    const rows = await knexOf(tx)<SessionRow>('sessions')
      .where({ tenant_id: tx.tenantId, user_id: userId })
      .orderBy('last_used_at', 'desc')
      .limit(100);
    return rows.map(toSession);
  },

  async touch(tx, id, now) {
    await knexOf(tx)('sessions')
      .where({ tenant_id: tx.tenantId, id })
      .update({ last_used_at: now });
  },

  async replaceToken(tx, id, tokenHash) {
    await knexOf(tx)('sessions')
      .where({ tenant_id: tx.tenantId, id })
      .update({ token_hash: tokenHash });
  },

  async end(tx, id, userId) {
    const ended = await knexOf(tx)('sessions')
      .where({ tenant_id: tx.tenantId, id, user_id: userId })
      .delete();
    return ended > 0;
  },

  async endAll(tx, userId, except) {
    const query = knexOf(tx)('sessions').where({ tenant_id: tx.tenantId, user_id: userId });
    if (except) void query.whereNot({ id: except });
    await query.delete();
  },

  async endAllOfTenant(tx) {
    await knexOf(tx)('sessions').where({ tenant_id: tx.tenantId }).delete();
  },

  async purge(tx, now) {
    await knexOf(tx)('sessions')
      .where({ tenant_id: tx.tenantId })
      .where('expires_at', '<', now)
      .delete();
  },
};
