import type { Knex } from 'knex';
import { announceChange } from '../../platform/postgres/changes.js';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import { everybody, inboxTopic } from '../inbox-topic.js';
import type { InboxEntry, InboxRepository } from '../notification-repository.js';
import { toNotification, type NotificationRow } from './notification-rows.js';

interface Row extends NotificationRow {
  read_at: Date | null;
}

const toEntry = (row: Row): InboxEntry => ({ ...toNotification(row), readAt: row.read_at });

/** Above this, one word to all browsers of the tenant is cheaper than one to each person. */
const mostAnnouncements = 20;

const inboxOf = (tx: Tx, userId: string): Knex.QueryBuilder =>
  knexOf(tx)('notification_deliveries as d')
    .join('notifications as n', { 'n.tenant_id': 'd.tenant_id', 'n.id': 'd.notification_id' })
    .where({ 'd.tenant_id': tx.tenantId, 'd.user_id': userId, 'd.channel': 'INBOX' })
    .select('n.*', 'd.read_at');

export const inboxRows: InboxRepository = {
  async list(tx, userId, { unreadOnly, first, afterId }) {
    const query = inboxOf(tx, userId)
      .orderBy('n.id', 'desc')
      .limit(first + 1);
    if (unreadOnly) void query.whereNull('d.read_at');
    if (afterId) void query.where('n.id', '<', afterId);
    return takePage((await query) as Row[], first, toEntry);
  },

  count(tx, userId, unreadOnly) {
    const query = knexOf(tx)('notification_deliveries').where({
      tenant_id: tx.tenantId,
      user_id: userId,
      channel: 'INBOX',
    });
    if (unreadOnly) void query.whereNull('read_at');
    return cappedCount(knexOf(tx), query);
  },

  async find(tx, userId, notificationId) {
    const row = (await inboxOf(tx, userId).where('n.id', notificationId).first()) as
      Row | undefined;
    return row ? toEntry(row) : null;
  },

  async markRead(tx, userId, notificationId, at) {
    const query = knexOf(tx)('notification_deliveries')
      .where({ tenant_id: tx.tenantId, user_id: userId, channel: 'INBOX' })
      .whereNull('read_at');
    if (notificationId !== null) void query.where('notification_id', notificationId);
    return query.update({ read_at: at });
  },

  async announce(tx, userIds) {
    const whom = userIds.length > mostAnnouncements ? [everybody] : userIds;
    for (const userId of whom) await announceChange(tx, `${inboxTopic}:${tx.tenantId}:${userId}`);
  },
};
