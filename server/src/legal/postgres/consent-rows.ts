import type { Knex } from 'knex';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, containsText, takePage } from '../../platform/postgres/lists.js';
import type { Locale } from '../../platform/locale/locale.js';
import type { Tx } from '../../platform/transaction.js';
import type { Consent } from '../consent.js';
import type { ConsentFilter, ConsentRepository } from '../consent-repository.js';
import type { LegalDocumentKind } from '../legal-document.js';

interface Row {
  id: string;
  user_id: string | null;
  email: string;
  document_id: string;
  document_name: string;
  kind: LegalDocumentKind;
  version_id: string;
  number: number;
  locale: Locale;
  sha256: Buffer;
  label: string;
  accepted_at: Date;
  ip: string | null;
  user_agent: string | null;
  withdrawn_at: Date | null;
}

const toConsent = (row: Row): Consent => ({
  id: row.id,
  userId: row.user_id,
  email: row.email,
  documentId: row.document_id,
  documentName: row.document_name,
  kind: row.kind,
  versionId: row.version_id,
  versionNumber: row.number,
  locale: row.locale,
  sha256: row.sha256.toString('hex'),
  label: row.label,
  acceptedAt: row.accepted_at,
  ip: row.ip,
  userAgent: row.user_agent,
  withdrawnAt: row.withdrawn_at,
});

const matching = (tx: Tx, filter: ConsentFilter): Knex.QueryBuilder<Row, Row[]> => {
  const query = knexOf(tx)('consents as c')
    .join('legal_documents as d', { 'd.tenant_id': 'c.tenant_id', 'd.id': 'c.document_id' })
    .join('legal_versions as v', { 'v.tenant_id': 'c.tenant_id', 'v.id': 'c.version_id' })
    .where('c.tenant_id', tx.tenantId)
    .select('c.*', 'd.kind', 'd.name as document_name', 'v.number');
  if (filter.userId) void query.where('c.user_id', filter.userId);
  if (filter.documentId) void query.where('c.document_id', filter.documentId);
  if (filter.search) void query.where(containsText(['c.email'], filter.search));
  return query as never;
};

/**
 * Of each document what the person holds (`accepted`) and ever held (`ever`), in version numbers.
 * Who never held one of the kind is asked only by what was published after they came.
 */
const openConsents = `
  with held as (
    select d.id, d.kind,
           max(v.number) filter (where c.withdrawn_at is null) as accepted,
           max(v.number) as ever, max(c.withdrawn_at) as withdrawn_at
      from legal_documents d
      left join consents c
        on c.tenant_id = d.tenant_id and c.document_id = d.id and c.user_id = :userId
      left join legal_versions v on v.tenant_id = c.tenant_id and v.id = c.version_id
     where d.tenant_id = :tenantId
     group by d.id, d.kind
  ), asked as (
    select h.id, min(v.required_from) as required_from
      from held h
      join users u on u.tenant_id = :tenantId and u.id = :userId
      join legal_versions v on v.tenant_id = :tenantId and v.document_id = h.id
       and v.required_from is not null
     where v.number > h.accepted
        or (h.ever is null and v.published_at > u.created_at
            and not exists (select from held other where other.kind = h.kind and other.ever is not null))
     group by h.id
  )
  select h.id as "documentId", coalesce(a.required_from, h.withdrawn_at) as "requiredFrom"
    from held h left join asked a on a.id = h.id
   where a.id is not null or (h.ever is not null and h.accepted is null)`;

export const consentRows: ConsentRepository = {
  async insert(tx, consents) {
    await knexOf(tx)('consents').insert(
      consents.map((consent) => ({
        tenant_id: tx.tenantId,
        id: consent.id,
        user_id: consent.userId,
        email: consent.email,
        document_id: consent.documentId,
        version_id: consent.versionId,
        locale: consent.locale,
        sha256: Buffer.from(consent.sha256, 'hex'),
        label: consent.label,
        accepted_at: consent.acceptedAt,
        ip: consent.ip,
        user_agent: consent.userAgent,
      })),
    );
  },

  async list(tx, filter, first, afterId) {
    const query = matching(tx, filter);
    if (afterId) void query.where('c.id', '<', afterId);
    return takePage(await query.orderBy('c.id', 'desc').limit(first + 1), first, toConsent);
  },

  count: (tx, filter) => cappedCount(knexOf(tx), matching(tx, filter)),

  async areAny(tx, documentId) {
    const row: unknown = await knexOf(tx)('consents')
      .where({ tenant_id: tx.tenantId, document_id: documentId })
      .first('id');
    return row !== undefined;
  },

  async withdraw(tx, userId, consentId, now) {
    const knex = knexOf(tx);
    const mine = { tenant_id: tx.tenantId, user_id: userId };
    const [row] = (await matching(tx, { userId }).where('c.id', consentId)) as Row[];
    if (!row) return null;
    const withdrawn = await knex('consents')
      .where({ ...mine, document_id: row.document_id, withdrawn_at: null })
      .update({ withdrawn_at: now });
    return withdrawn > 0 ? row.document_name : null;
  },

  async findOpen(tx, userId) {
    const { rows } = await knexOf(tx).raw<{ rows: { documentId: string; requiredFrom: Date }[] }>(
      openConsents,
      { userId, tenantId: tx.tenantId },
    );
    return rows;
  },

  async forgetAddresses(tx, before) {
    await knexOf(tx)('consents')
      .where('tenant_id', tx.tenantId)
      .where('accepted_at', '<', before)
      .whereNotNull('ip')
      .update({ ip: null });
  },
};
