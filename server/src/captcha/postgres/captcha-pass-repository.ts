import { knexOf } from '../../platform/postgres/database.js';
import type { CaptchaPasses } from '../captcha-passes.js';

export const postgresCaptchaPasses: CaptchaPasses = {
  async hasOpen(tx, holder, now) {
    const rows = await knexOf(tx)('captcha_passes')
      .where({
        tenant_id: tx.tenantId,
        self_registration_id: holder.selfRegistrationId,
        cookie_hash: holder.cookieHash,
        consumed_at: null,
      })
      .andWhere('expires_at', '>', now)
      .limit(1)
      .select('id');
    return rows.length === 1;
  },

  async record(tx, pass) {
    const rows = await knexOf(tx)('captcha_passes')
      .insert({
        tenant_id: tx.tenantId,
        id: pass.id,
        self_registration_id: pass.selfRegistrationId,
        token_hash: pass.tokenHash,
        cookie_hash: pass.cookieHash,
        expires_at: pass.expiresAt,
      })
      .onConflict(['tenant_id', 'token_hash'])
      .ignore()
      .returning('id');
    return rows.length === 1;
  },

  async consume(tx, { selfRegistrationId, cookieHash }, now) {
    // The row is locked before it is judged again: of two registrations at once one finds it used.
    const { rows } = await knexOf(tx).raw<{ rows: unknown[] }>(
      `update captcha_passes set consumed_at = :now
        where tenant_id = :tenantId and consumed_at is null
          and id = (select id from captcha_passes
                     where tenant_id = :tenantId and self_registration_id = :selfRegistrationId
                       and cookie_hash = :cookieHash and consumed_at is null and expires_at > :now
                     order by expires_at limit 1 for update)
        returning id`,
      { tenantId: tx.tenantId, selfRegistrationId, cookieHash, now },
    );
    return rows.length === 1;
  },

  deleteExpiredBefore: (tx, end) =>
    knexOf(tx)('captcha_passes')
      .where({ tenant_id: tx.tenantId })
      .andWhere('expires_at', '<', end)
      .delete(),
};
