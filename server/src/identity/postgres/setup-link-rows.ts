import { knexOf } from '../../platform/postgres/database.js';
import type { SetupLinkRepository } from '../first-administrator.js';

export const setupLinkRows: SetupLinkRepository = {
  async put(tx, link) {
    await knexOf(tx)('setup_links').where({ tenant_id: tx.tenantId }).delete();
    await knexOf(tx)('setup_links').insert({
      tenant_id: tx.tenantId,
      id: link.id,
      secret_hash: link.secretHash,
      expires_at: link.expiresAt,
    });
  },

  async isGood(tx, secretHash, now) {
    const row = (await knexOf(tx)('setup_links')
      .where({ tenant_id: tx.tenantId, secret_hash: secretHash })
      .where('expires_at', '>', now)
      .first('id')) as { id: string } | undefined;
    return row !== undefined;
  },

  async use(tx, secretHash, now) {
    const used = await knexOf(tx)('setup_links')
      .where({ tenant_id: tx.tenantId, secret_hash: secretHash })
      .where('expires_at', '>', now)
      .delete();
    return used === 1;
  },
};
