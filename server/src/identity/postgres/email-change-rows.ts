import { knexOf } from '../../platform/postgres/database.js';
import type { EmailChange, EmailChangeRepository } from '../email-change.js';

interface Row {
  tenant_id: string;
  id: string;
  user_id: string;
  email: string;
  email_key: string;
  secret_hash: Buffer | null;
  created_at: Date;
  expires_at: Date;
}

const toChange = (row: Row | undefined): EmailChange | null =>
  row ? { id: row.id, userId: row.user_id, email: row.email, emailKey: row.email_key } : null;

export const emailChangeRows: EmailChangeRepository = {
  async replace(tx, { id, userId, email, emailKey, createdAt, expiresAt }) {
    const wanted = { email, email_key: emailKey, created_at: createdAt, expires_at: expiresAt };
    await knexOf(tx)<Row>('email_changes')
      .insert({ tenant_id: tx.tenantId, id, user_id: userId, ...wanted })
      .onConflict(['tenant_id', 'user_id'])
      .merge({ id, secret_hash: null, ...wanted });
  },

  async find(tx, id) {
    const row = await knexOf(tx)<Row>('email_changes')
      .where({ tenant_id: tx.tenantId, id })
      .first();
    return toChange(row);
  },

  async offer(tx, id, secretHash, expiresAt) {
    await knexOf(tx)<Row>('email_changes')
      .where({ tenant_id: tx.tenantId, id })
      .update({ secret_hash: secretHash, expires_at: expiresAt });
  },

  async peek(tx, secretHash, now) {
    const row = await knexOf(tx)<Row>('email_changes')
      .where({ tenant_id: tx.tenantId, secret_hash: secretHash })
      .where('expires_at', '>', now)
      .first();
    return toChange(row);
  },

  async use(tx, id, now) {
    const used = await knexOf(tx)<Row>('email_changes')
      .where({ tenant_id: tx.tenantId, id })
      .where('expires_at', '>', now)
      .delete();
    return used === 1;
  },

  async endAll(tx, userId) {
    await knexOf(tx)<Row>('email_changes')
      .where({ tenant_id: tx.tenantId, user_id: userId })
      .delete();
  },

  async purge(tx, now) {
    await knexOf(tx)<Row>('email_changes')
      .where('tenant_id', tx.tenantId)
      .where('expires_at', '<=', now)
      .delete();
  },
};
