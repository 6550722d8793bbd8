import { knexOf } from '../../platform/postgres/database.js';
import type { MailGrantRepository } from '../mail-grant-repository.js';

interface Row {
  tenant_id: string;
  state_hash: Buffer | null;
  verifier_sealed: string | null;
  state_expires_at: Date | null;
  refresh_token_sealed: string | null;
  access_token_sealed: string | null;
  access_expires_at: Date | null;
  renewing_until: Date | null;
  granted_at: Date | null;
}

const noState = { state_hash: null, verifier_sealed: null, state_expires_at: null };

export const mailGrantRows: MailGrantRepository = {
  async find(tx) {
    const row = await knexOf(tx)<Row>('mail_grants').where('tenant_id', tx.tenantId).first();
    return row
      ? {
          sealedRefreshToken: row.refresh_token_sealed,
          sealedAccessToken: row.access_token_sealed,
          accessExpiresAt: row.access_expires_at,
          grantedAt: row.granted_at,
        }
      : null;
  },

  async begin(tx, { stateHash, sealedVerifier, expiresAt }) {
    const start = {
      tenant_id: tx.tenantId,
      state_hash: stateHash,
      verifier_sealed: sealedVerifier,
      state_expires_at: expiresAt,
    };
    await knexOf(tx)('mail_grants').insert(start).onConflict('tenant_id').merge();
  },

  async takeVerifier(tx, stateHash, now) {
    const knex = knexOf(tx);
    const row = await knex<Row>('mail_grants')
      .where({ tenant_id: tx.tenantId, state_hash: stateHash })
      .forUpdate()
      .first('verifier_sealed', 'state_expires_at');
    if (!row) return null;
    await knex('mail_grants').where('tenant_id', tx.tenantId).update(noState);
    return row.state_expires_at && row.state_expires_at > now ? row.verifier_sealed : null;
  },

  async storeTokens(tx, { sealedRefreshToken, sealedAccessToken, accessExpiresAt, grantedAt }) {
    await knexOf(tx)<Row>('mail_grants')
      .where('tenant_id', tx.tenantId)
      .update({
        access_token_sealed: sealedAccessToken,
        access_expires_at: accessExpiresAt,
        renewing_until: null,
        ...(sealedRefreshToken !== null && { refresh_token_sealed: sealedRefreshToken }),
        ...(grantedAt && { granted_at: grantedAt }),
      });
  },

  async claimRenewal(tx, now, until) {
    const claimed = await knexOf(tx)<Row>('mail_grants')
      .where('tenant_id', tx.tenantId)
      .where((free) => void free.whereNull('renewing_until').orWhere('renewing_until', '<=', now))
      .update({ renewing_until: until });
    return claimed > 0;
  },

  async releaseRenewal(tx) {
    await knexOf(tx)<Row>('mail_grants')
      .where('tenant_id', tx.tenantId)
      .update({ renewing_until: null });
  },

  async delete(tx) {
    await knexOf(tx)('mail_grants').where('tenant_id', tx.tenantId).delete();
  },
};
