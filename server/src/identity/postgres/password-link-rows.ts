import { knexOf } from '../../platform/postgres/database.js';
import type { PasswordLinkPurpose, PasswordLinkRepository } from '../password-link.js';

interface Row {
  id: string;
  user_id: string;
  purpose: PasswordLinkPurpose;
}

export const passwordLinkRows: PasswordLinkRepository = {
  async insert(tx, link) {
    await knexOf(tx)('password_links').insert({
      tenant_id: tx.tenantId,
      id: link.id,
      user_id: link.userId,
      purpose: link.purpose,
      secret_hash: link.secretHash,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
    });
  },

  async peek(tx, secretHash, now) {
    const row = (await knexOf(tx)('password_links')
      .where({ tenant_id: tx.tenantId, secret_hash: secretHash })
      .whereNull('used_at')
      .where('expires_at', '>', now)
      .first(['id', 'user_id', 'purpose'])) as Row | undefined;
    return row ? { id: row.id, userId: row.user_id, purpose: row.purpose } : null;
  },

  async use(tx, id, now) {
    const used = await knexOf(tx)('password_links')
      .where({ tenant_id: tx.tenantId, id })
      .whereNull('used_at')
      .where('expires_at', '>', now)
      .update({ used_at: now });
    return used === 1;
  },

  async endAll(tx, userId, now) {
    await knexOf(tx)('password_links')
      .where({ tenant_id: tx.tenantId, user_id: userId })
      .whereNull('used_at')
      .update({ used_at: now });
  },
};
