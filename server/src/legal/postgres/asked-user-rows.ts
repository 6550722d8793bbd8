import type { Knex } from 'knex';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { AskedUser, AskedUsers } from '../asked-users.js';
import type { LegalDocumentKind } from '../legal-document.js';

const neverAcceptedKind = `not exists (
  select from consents c
    join legal_documents d on d.tenant_id = c.tenant_id and d.id = c.document_id
   where c.tenant_id = u.tenant_id and c.user_id = u.id and d.kind = ?)`;

/** The same people as the question of each call finds, but all of them at once. */
const askedBy = (
  tx: Tx,
  document: { readonly id: string; readonly kind: LegalDocumentKind },
): Knex.QueryBuilder<AskedUser, AskedUser[]> => {
  const knex = knexOf(tx);
  const accepted = knex('consents as c')
    .whereRaw('c.tenant_id = u.tenant_id and c.user_id = u.id')
    .where('c.document_id', document.id);
  return knex('users as u')
    .where({ 'u.tenant_id': tx.tenantId, 'u.authority': 'CUSTOMER_USER', 'u.state': 'ACTIVE' })
    .where((one) => one.whereExists(accepted).orWhereRaw(neverAcceptedKind, [document.kind]))
    .select('u.id', 'u.email', 'u.locale') as never;
};

export const askedUserRows: AskedUsers = {
  count: (tx, document) => cappedCount(knexOf(tx), askedBy(tx, document)),

  async untold(tx, { id, documentId, kind, publishedAt }, { afterId, onlyId }, limit) {
    const knex = knexOf(tx);
    const query = askedBy(tx, { id: documentId, kind })
      .where('u.created_at', '<', publishedAt)
      .whereNotExists(
        knex('consents as c')
          .whereRaw('c.tenant_id = u.tenant_id and c.user_id = u.id')
          .where('c.version_id', id)
          .whereNull('c.withdrawn_at'),
      )
      .whereNotExists(
        knex('mail_messages as m')
          .whereRaw('m.tenant_id = u.tenant_id and m.user_id = u.id')
          .whereRaw(`m.template = 'legal-text-changed' and m.variables ->> 'versionId' = ?`, [id]),
      );
    if (afterId) void query.where('u.id', '>', afterId);
    if (onlyId) void query.where('u.id', onlyId);
    return query.orderBy('u.id').limit(limit);
  },
};
