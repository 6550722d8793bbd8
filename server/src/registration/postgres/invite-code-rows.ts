import { isId } from '../../platform/ids.js';
import { knexOf } from '../../platform/postgres/database.js';
import { offsetPage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { InviteCode } from '../invite-code.js';
import type { InviteCodeRepository } from '../invite-code-repository.js';

interface Row {
  id: string;
  self_registration_id: string;
  label: string;
  quota: number;
  used: number;
  reserved: string;
  expires_at: Date | null;
  revoked_at: Date | null;
  created_at: Date;
  created_by: string;
}

const toInviteCode = (row: Row): InviteCode => ({
  id: row.id,
  selfRegistrationId: row.self_registration_id,
  label: row.label,
  quota: row.quota,
  used: row.used,
  reserved: Number(row.reserved),
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

const ofTenant = (tx: Tx) => knexOf(tx)('invite_codes as c').where('c.tenant_id', tx.tenantId);

/** Places are counted from what they are for, so that none has to be given back by hand. */
const codesOf = (tx: Tx) => {
  const knex = knexOf(tx);
  return ofTenant(tx).select(
    'c.*',
    knex.raw(`(
      select count(*) from registrations r
       where r.tenant_id = c.tenant_id and r.invite_code_id = c.id
         and r.state in ('PENDING', 'WAITING')) as reserved`),
  );
};

const findBy = async (tx: Tx, where: object): Promise<InviteCode | null> => {
  const row = (await codesOf(tx).where(where).first()) as Row | undefined;
  return row ? toInviteCode(row) : null;
};

export const inviteCodeRows: InviteCodeRepository = {
  find: async (tx, id) => (isId(id) ? findBy(tx, { 'c.id': id }) : null),

  findByHash: (tx, selfRegistrationId, codeHash) =>
    findBy(tx, { 'c.self_registration_id': selfRegistrationId, 'c.code_hash': codeHash }),

  async lock(tx, id) {
    await ofTenant(tx).where('c.id', id).forUpdate().select('c.id');
  },

  list(tx, selfRegistrationId, page) {
    const query = codesOf(tx)
      .where('c.self_registration_id', selfRegistrationId)
      .orderBy('c.id', 'desc');
    return offsetPage<Row, InviteCode>(knexOf(tx), query, page, toInviteCode);
  },

  async insert(tx, code, codeHash, most) {
    const [{ count } = { count: '0' }] = (await ofTenant(tx)
      .where('c.self_registration_id', code.selfRegistrationId)
      .count({ count: '*' })) as { count: string }[];
    if (Number(count) >= most) return false;
    await knexOf(tx)('invite_codes').insert({
      tenant_id: tx.tenantId,
      id: code.id,
      self_registration_id: code.selfRegistrationId,
      label: code.label,
      code_hash: codeHash,
      quota: code.quota,
      expires_at: code.expiresAt,
      created_at: code.createdAt,
      created_by: code.createdBy,
    });
    return true;
  },

  async use(tx, id) {
    await knexOf(tx)('invite_codes').where({ tenant_id: tx.tenantId, id }).increment('used', 1);
  },

  async revoke(tx, id, now) {
    await knexOf(tx)('invite_codes')
      .where({ tenant_id: tx.tenantId, id })
      .whereNull('revoked_at')
      .update({ revoked_at: now });
  },

  async delete(tx, id) {
    await knexOf(tx)('invite_codes').where({ tenant_id: tx.tenantId, id }).delete();
  },
};
