import type { Knex } from 'knex';
import { knexOf, type Database } from '../../platform/postgres/database.js';
import { cappedCount, containsText, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { MailMessage } from '../mail-message.js';
import type { CountMails, MailFilter, MailRepository } from '../mail-repository.js';

interface Row {
  tenant_id: string;
  id: string;
  template: MailMessage['template'];
  sent_as: MailMessage['sentAs'];
  recipient: string;
  locale: MailMessage['locale'];
  registration_id: string | null;
  user_id: string | null;
  variables: Record<string, string>;
  state: MailMessage['state'];
  attempts: number;
  last_error: string | null;
  created_at: Date;
  sent_at: Date | null;
  tried_at: Date | null;
}

const toMessage = (row: Row): MailMessage => ({
  id: row.id,
  template: row.template,
  sentAs: row.sent_as,
  recipient: row.recipient,
  locale: row.locale,
  registrationId: row.registration_id,
  userId: row.user_id,
  variables: row.variables,
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  triedAt: row.tried_at,
});

const matching = (tx: Tx, { state, search }: MailFilter): Knex.QueryBuilder<Row, Row[]> => {
  const query = knexOf(tx)<Row>('mail_messages').where('tenant_id', tx.tenantId);
  if (state) void query.where('state', state);
  if (search) void query.where(containsText(['recipient'], search));
  return query.select() as never;
};

export const mailMessageRows: MailRepository = {
  async insert(tx, message) {
    await knexOf(tx)('mail_messages').insert({
      tenant_id: tx.tenantId,
      id: message.id,
      template: message.template,
      recipient: message.recipient,
      locale: message.locale,
      registration_id: message.registrationId,
      user_id: message.userId,
      variables: JSON.stringify(message.variables),
      state: message.state,
      created_at: message.createdAt,
    });
  },

  async find(tx, id) {
    const row = await knexOf(tx)<Row>('mail_messages')
      .where({ tenant_id: tx.tenantId, id })
      .first();
    return row ? toMessage(row) : null;
  },

  async list(tx, filter, first, afterId) {
    const query = matching(tx, filter);
    if (afterId) void query.where('id', '<', afterId);
    return takePage(await query.orderBy('id', 'desc').limit(first + 1), first, toMessage);
  },

  count: (tx, filter) => cappedCount(knexOf(tx), matching(tx, filter)),

  async ofRegistrations(tx, registrationIds) {
    const rows = await knexOf(tx)<Row>('mail_messages')
      .where('tenant_id', tx.tenantId)
      .whereIn('registration_id', registrationIds)
      .orderBy('id')
      .select();
    return rows.map(toMessage);
  },

  async recordTry(tx, id, result) {
    const knex = knexOf(tx);
    const changed = await knex('mail_messages')
      .where({ tenant_id: tx.tenantId, id, state: 'QUEUED' })
      .update({
        state: result.state,
        attempts: knex.raw('attempts + 1'),
        tried_at: result.at,
        ...(result.state === 'SENT'
          ? { sent_as: result.sentAs, sent_at: result.at, last_error: null }
          : { last_error: result.lastError }),
      });
    return changed > 0;
  },

  async healthSince(tx, since) {
    const query = knexOf(tx)<Row>('mail_messages')
      .where('tenant_id', tx.tenantId)
      .whereNot('state', 'SKIPPED')
      .whereNotNull('tried_at')
      .orderBy('tried_at', 'desc');
    if (since) void query.where('tried_at', '>=', since);
    const last = await query.first('state', 'last_error', 'tried_at');
    if (!last) return { state: 'UNTRIED', lastError: null, lastTryAt: null };
    // A server that refuses a recipient has taken the connection and the sender.
    const works = last.state === 'SENT' || last.state === 'BOUNCED';
    return {
      state: works ? 'WORKING' : 'FAILING',
      lastError: works ? null : last.last_error,
      lastTryAt: last.tried_at,
    };
  },

  deleteNeedless: (tx, before) =>
    knexOf(tx)('mail_messages')
      .where({ tenant_id: tx.tenantId, registration_id: null, user_id: null })
      .whereRaw(`(state = 'SKIPPED' or template = 'test-mail')`)
      .where('created_at', '<', before)
      .delete(),
};

export const createCountMails =
  (database: Database): CountMails =>
  async () => {
    const rows = await database.callFunction<{ state: string; count: number }>(
      'select state, count::int from gatehouse.count_unsent_mails()',
    );
    const countOf = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
    return { queued: countOf('QUEUED'), failed: countOf('FAILED') };
  };
