import type { Knex } from 'knex';
import type { Locale } from '../../platform/locale/locale.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { containsText, offsetPage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import { referenceFields, type Recipient, type ReferenceField } from '../recipient.js';
import type { RecipientRepository } from '../recipient-repository.js';

interface Row {
  id: string;
  name: string;
  type: Recipient['type'];
  emails: string[];
  url_sealed: string | null;
  url_host: string | null;
  signing_secret_sealed: string | null;
  by_email: boolean;
  locale: Locale;
  created_at: Date;
  user_ids: string[];
  customer_ids: string[];
  user_group_ids: string[];
  role_ids: string[];
}

const toRecipient = (row: Row): Recipient => ({
  id: row.id,
  name: row.name,
  type: row.type,
  userIds: row.user_ids,
  customerIds: row.customer_ids,
  userGroupIds: row.user_group_ids,
  roleIds: row.role_ids,
  emails: row.emails,
  sealedUrl: row.url_sealed,
  urlHost: row.url_host,
  sealedSigningSecret: row.signing_secret_sealed,
  byEmail: row.by_email,
  locale: row.locale,
  createdAt: row.created_at,
});

const toRow = (recipient: Recipient) => ({
  name: recipient.name,
  emails: [...recipient.emails],
  url_sealed: recipient.sealedUrl,
  url_host: recipient.urlHost,
  signing_secret_sealed: recipient.sealedSigningSecret,
  by_email: recipient.byEmail,
  locale: recipient.locale,
});

/** Column of a reference, and the table that it names. */
const referenceColumns: Readonly<Record<ReferenceField, { column: string; table: string }>> = {
  userIds: { column: 'user_id', table: 'users' },
  customerIds: { column: 'customer_id', table: 'customers' },
  userGroupIds: { column: 'user_group_id', table: 'entity_groups' },
  roleIds: { column: 'role_id', table: 'roles' },
};

/** A recipient with all that it refers to, in one statement. */
const recipientsOf = (tx: Tx): Knex.QueryBuilder => {
  const knex = knexOf(tx);
  const idsIn = (column: string) =>
    knex.raw(
      `array(select f.${column} from notification_recipient_references f
              where f.tenant_id = r.tenant_id and f.recipient_id = r.id and f.${column} is not null
              order by 1) as ${column}s`,
    );
  return knex('notification_recipients as r')
    .where('r.tenant_id', tx.tenantId)
    .select('r.*', ...referenceFields.map((field) => idsIn(referenceColumns[field].column)));
};

const insertReferences = async (tx: Tx, recipient: Recipient): Promise<void> => {
  const rows = referenceFields.flatMap((field) =>
    recipient[field].map((id) => ({
      tenant_id: tx.tenantId,
      recipient_id: recipient.id,
      [referenceColumns[field].column]: id,
    })),
  );
  if (rows.length > 0) await knexOf(tx)('notification_recipient_references').insert(rows);
};

/** @returns false when the name was taken */
const unlessNameTaken = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (brokenConstraint(error) === 'notification_recipients_name_key') return false;
    throw error;
  }
};

export const recipientRows: RecipientRepository = {
  async find(tx, id) {
    const row = (await recipientsOf(tx).where('r.id', id).first()) as Row | undefined;
    return row ? toRecipient(row) : null;
  },

  async findMany(tx, ids) {
    return ((await recipientsOf(tx).whereIn('r.id', ids)) as Row[]).map(toRecipient);
  },

  async findNaming(tx, field, ids) {
    const { column } = referenceColumns[field];
    const named = knexOf(tx)('notification_recipient_references')
      .where('tenant_id', tx.tenantId)
      .whereIn(column, ids)
      .select('recipient_id');
    const rows = (await recipientsOf(tx).whereIn('r.id', named).orderBy('r.name')) as Row[];
    return rows.map(toRecipient);
  },

  list(tx, search, page) {
    const query = recipientsOf(tx).orderBy(['r.name', 'r.id']);
    if (search) void query.where(containsText(['r.name', 'r.url_host'], search));
    return offsetPage<Row, Recipient>(knexOf(tx), query, page, toRecipient);
  },

  async insert(tx, recipient) {
    const own = { tenant_id: tx.tenantId, id: recipient.id };
    const row = { ...own, type: recipient.type, created_at: recipient.createdAt };
    const write = knexOf(tx)('notification_recipients').insert({ ...row, ...toRow(recipient) });
    if (!(await unlessNameTaken(write))) return false;
    await insertReferences(tx, recipient);
    return true;
  },

  async update(tx, recipient) {
    const own = { tenant_id: tx.tenantId, id: recipient.id };
    const write = knexOf(tx)('notification_recipients').where(own).update(toRow(recipient));
    if (!(await unlessNameTaken(write))) return false;
    await knexOf(tx)('notification_recipient_references')
      .where({ tenant_id: tx.tenantId, recipient_id: recipient.id })
      .delete();
    await insertReferences(tx, recipient);
    return true;
  },

  async delete(tx, id) {
    try {
      await knexOf(tx)('notification_recipients').where({ tenant_id: tx.tenantId, id }).delete();
      return 'deleted';
    } catch (error) {
      if (brokenConstraint(error) === 'self_registrations_recipient_fkey') return 'in-use';
      throw error;
    }
  },

  async missingReferences(tx, field, ids) {
    const query = knexOf(tx)(referenceColumns[field].table)
      .where({ tenant_id: tx.tenantId, ...(field === 'userGroupIds' && { type: 'USER' }) })
      .whereIn('id', ids)
      // What is found can't be deleted before the reference is written.
      .forKeyShare()
      .select('id');
    const found = new Set(((await query) as { id: string }[]).map(({ id }) => id));
    return ids.filter((id) => !found.has(id));
  },
};
