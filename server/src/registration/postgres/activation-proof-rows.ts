import { knexOf } from '../../platform/postgres/database.js';
import type { ActivationProofRepository } from '../activation-proof-repository.js';

export const activationProofRows: ActivationProofRepository = {
  async insert(tx, proof) {
    await knexOf(tx)('activation_proofs').insert({
      tenant_id: tx.tenantId,
      id: proof.id,
      registration_id: proof.registrationId,
      link_hash: proof.linkHash,
      code_hash: proof.codeHash,
      link_expires_at: proof.linkExpiresAt,
      code_expires_at: proof.codeExpiresAt,
      created_at: proof.createdAt,
    });
  },

  async findByLink(tx, linkHash, now, mostPasswordTries) {
    const row = (await knexOf(tx)('activation_proofs')
      .where({ tenant_id: tx.tenantId, link_hash: linkHash })
      .where('link_expires_at', '>', now)
      .where('password_tries', '<', mostPasswordTries)
      .first(['id', 'registration_id'])) as { id: string; registration_id: string } | undefined;
    return row ? { id: row.id, registrationId: row.registration_id } : null;
  },

  async hasCode(tx, registrationId, codeHash, now) {
    const row = (await knexOf(tx)('activation_proofs')
      .where({ tenant_id: tx.tenantId, registration_id: registrationId, code_hash: codeHash })
      .where('code_expires_at', '>', now)
      .first('id')) as { id: string } | undefined;
    return row !== undefined;
  },

  async takePasswordTry(tx, id, most) {
    const taken = await knexOf(tx)('activation_proofs')
      .where({ tenant_id: tx.tenantId, id })
      .where('password_tries', '<', most)
      .increment('password_tries', 1);
    return taken === 1;
  },

  async giveBackPasswordTry(tx, id) {
    await knexOf(tx)('activation_proofs')
      .where({ tenant_id: tx.tenantId, id })
      .decrement('password_tries', 1);
  },
};
