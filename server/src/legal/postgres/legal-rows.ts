import type { Knex } from 'knex';
import { announceChange } from '../../platform/postgres/changes.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { offsetPage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type {
  LegalDocument,
  LegalDocumentKind,
  LegalText,
  LegalVersion,
} from '../legal-document.js';
import type { LegalRepository } from '../legal-repository.js';

interface VersionRow {
  id: string;
  document_id: string;
  number: number;
  required_from: Date | null;
  published_at: Date;
  published_by: string;
  texts: LegalText[];
}

interface DocumentRow extends VersionRow {
  kind: LegalDocumentKind;
  name: string;
  created_at: Date;
}

const toVersion = (row: VersionRow): LegalVersion => ({
  id: row.id,
  documentId: row.document_id,
  number: row.number,
  texts: row.texts,
  requiredFrom: row.required_from,
  publishedAt: row.published_at,
  publishedBy: row.published_by,
});

const toDocument = (row: DocumentRow): LegalDocument => ({
  id: row.document_id,
  kind: row.kind,
  name: row.name,
  createdAt: row.created_at,
  currentVersion: toVersion(row),
});

/** Versions with their texts in one statement. */
const versionsOf = (tx: Tx): Knex.QueryBuilder<VersionRow, VersionRow[]> => {
  const knex = knexOf(tx);
  return knex('legal_versions as v')
    .where('v.tenant_id', tx.tenantId)
    .select(
      'v.*',
      knex.raw(`(
        select jsonb_agg(jsonb_build_object(
            'locale', t.locale, 'html', t.html, 'sha256', encode(t.sha256, 'hex')) order by t.locale)
          from legal_texts t
         where t.tenant_id = v.tenant_id and t.version_id = v.id) as texts`),
    ) as never;
};

/** Documents with their current version. */
const documentsOf = (tx: Tx): Knex.QueryBuilder<DocumentRow, DocumentRow[]> =>
  versionsOf(tx)
    .join('legal_documents as d', { 'd.tenant_id': 'v.tenant_id', 'd.id': 'v.document_id' })
    .whereRaw(
      `v.number = (select max(number) from legal_versions n
                    where n.tenant_id = v.tenant_id and n.document_id = v.document_id)`,
    )
    .select('d.kind', 'd.name', 'd.created_at') as never;

/** Sign-up pages are kept in memory with the versions that they show. */
const announce = (tx: Tx): Promise<void> => announceChange(tx, `pages:${tx.tenantId}`);

export const legalRows: LegalRepository = {
  async find(tx, id) {
    const row = (await documentsOf(tx).where('d.id', id).first()) as DocumentRow | undefined;
    return row ? toDocument(row) : null;
  },

  async findMany(tx, ids) {
    if (ids.length === 0) return [];
    const rows = await documentsOf(tx).whereIn('d.id', ids).orderBy(['d.kind', 'd.id']);
    return rows.map(toDocument);
  },

  async lock(tx, id) {
    await knexOf(tx)('legal_documents')
      .where({ tenant_id: tx.tenantId, id })
      .forUpdate()
      .select('id');
  },

  async findNewest(tx, kind) {
    const row = (await documentsOf(tx)
      .where('d.kind', kind)
      .orderBy('v.published_at', 'desc')
      .first()) as DocumentRow | undefined;
    return row ? toDocument(row) : null;
  },

  list(tx, kind, page) {
    const query = documentsOf(tx).orderBy(['d.kind', 'd.name']);
    if (kind) void query.where('d.kind', kind);
    return offsetPage<DocumentRow, LegalDocument>(knexOf(tx), query, page, toDocument);
  },

  async insert(tx, { id, kind, name, createdAt }) {
    try {
      await knexOf(tx)('legal_documents').insert({
        tenant_id: tx.tenantId,
        id,
        kind,
        name,
        created_at: createdAt,
      });
      return true;
    } catch (error) {
      if (brokenConstraint(error) === 'legal_documents_name_key') return false;
      throw error;
    }
  },

  async insertVersion(tx, version) {
    const knex = knexOf(tx);
    await knex('legal_versions').insert({
      tenant_id: tx.tenantId,
      id: version.id,
      document_id: version.documentId,
      number: version.number,
      required_from: version.requiredFrom,
      published_at: version.publishedAt,
      published_by: version.publishedBy,
    });
    await knex('legal_texts').insert(
      version.texts.map(({ locale, html, sha256 }) => ({
        tenant_id: tx.tenantId,
        version_id: version.id,
        locale,
        html,
        sha256: Buffer.from(sha256, 'hex'),
      })),
    );
    await announce(tx);
  },

  listVersions(tx, documentId, page) {
    const query = versionsOf(tx).where('v.document_id', documentId).orderBy('v.number', 'desc');
    return offsetPage<VersionRow, LegalVersion>(knexOf(tx), query, page, toVersion);
  },

  async findVersions(tx, ids) {
    if (ids.length === 0) return [];
    return (await versionsOf(tx).whereIn('v.id', ids)).map(toVersion);
  },

  async delete(tx, id) {
    try {
      await knexOf(tx)('legal_documents').where({ tenant_id: tx.tenantId, id }).delete();
      return 'deleted';
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint?.startsWith('self_registrations_')) return 'in-use';
      throw error;
    }
  },
};
