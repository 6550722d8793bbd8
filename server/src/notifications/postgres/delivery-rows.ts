import type { Knex } from 'knex';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { Delivery } from '../delivery.js';
import type {
  DeliveryFilter,
  DeliveryRepository,
  DeliveryWithNotice,
} from '../notification-repository.js';
import { toNotification, type NotificationRow } from './notification-rows.js';

interface Row {
  id: string;
  notification_id: string;
  channel: Delivery['channel'];
  user_id: string | null;
  target: string;
  state: Delivery['state'];
  attempts: number;
  answer: string | null;
  mail_message_id: string | null;
  created_at: Date;
  sent_at: Date | null;
  notification: Omit<NotificationRow, 'created_at'> & { created_at: string };
}

const toDelivery = (row: Row): DeliveryWithNotice => ({
  id: row.id,
  notificationId: row.notification_id,
  channel: row.channel,
  userId: row.user_id,
  target: row.target,
  state: row.state,
  attempts: row.attempts,
  answer: row.answer,
  mailMessageId: row.mail_message_id,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  notification: toNotification({
    ...row.notification,
    created_at: new Date(row.notification.created_at),
  }),
});

/** What went by mail is as far as its entry of the message log; for a notice a bounce is a failure. */
const state = `coalesce(case m.state when 'BOUNCED' then 'FAILED' else m.state end, d.state)`;

const deliveriesOf = (tx: Tx): Knex.QueryBuilder => {
  const knex = knexOf(tx);
  return knex('notification_deliveries as d')
    .join('notifications as n', { 'n.tenant_id': 'd.tenant_id', 'n.id': 'd.notification_id' })
    .leftJoin('mail_messages as m', { 'm.tenant_id': 'd.tenant_id', 'm.id': 'd.mail_message_id' })
    .where('d.tenant_id', tx.tenantId)
    .select(
      ...[
        'id',
        'notification_id',
        'channel',
        'user_id',
        'target',
        'mail_message_id',
        'created_at',
      ].map((column) => `d.${column}`),
      knex.raw(`${state} as state`),
      knex.raw('coalesce(m.attempts, d.attempts) as attempts'),
      knex.raw('case when m.id is null then d.answer else m.last_error end as answer'),
      knex.raw('coalesce(m.sent_at, d.sent_at) as sent_at'),
      knex.raw('to_jsonb(n) as notification'),
    );
};

const matching = (tx: Tx, filter: DeliveryFilter): Knex.QueryBuilder => {
  const query = deliveriesOf(tx).whereNot('d.channel', 'INBOX');
  if (filter.state) void query.whereRaw(`${state} = ?`, [filter.state]);
  if (filter.recipientId) void query.where('n.recipient_id', filter.recipientId);
  return query;
};

export const deliveryRows: DeliveryRepository = {
  async insertMany(tx, deliveries) {
    const rows = deliveries.map((delivery) => ({
      tenant_id: tx.tenantId,
      id: delivery.id,
      notification_id: delivery.notificationId,
      channel: delivery.channel,
      user_id: delivery.userId,
      target: delivery.target,
      state: delivery.state,
      mail_message_id: delivery.mailMessageId,
      created_at: delivery.createdAt,
      sent_at: delivery.sentAt,
    }));
    if (rows.length > 0) await knexOf(tx)('notification_deliveries').insert(rows);
  },

  async find(tx, id) {
    const row = (await deliveriesOf(tx).where('d.id', id).first()) as Row | undefined;
    return row ? toDelivery(row) : null;
  },

  async recordTry(tx, id, { state, answer, sentAt }) {
    const knex = knexOf(tx);
    const changed = await knex('notification_deliveries')
      .where({ tenant_id: tx.tenantId, id, state: 'QUEUED' })
      .update({ state, answer, sent_at: sentAt, attempts: knex.raw('attempts + 1') });
    return changed > 0;
  },

  async requeue(tx, id, mailMessageId) {
    await knexOf(tx)('notification_deliveries')
      .where({ tenant_id: tx.tenantId, id })
      .update({ state: 'QUEUED', mail_message_id: mailMessageId });
  },

  async list(tx, filter, first, afterId) {
    const query = matching(tx, filter)
      .orderBy('d.id', 'desc')
      .limit(first + 1);
    if (afterId) void query.where('d.id', '<', afterId);
    return takePage((await query) as Row[], first, toDelivery);
  },

  count: (tx, filter) => cappedCount(knexOf(tx), matching(tx, filter)),
};
