import type { Knex } from 'knex';
import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import { singleEvents, type Notification } from '../notification.js';
import type { NotificationRepository, TellingPage } from '../notification-repository.js';

export interface NotificationRow {
  id: string;
  event: Notification['event'];
  recipient_id: string | null;
  recipient_name: string | null;
  self_registration_id: string | null;
  registration_id: string | null;
  host: string;
  person_name: string | null;
  person_email: string | null;
  skipped_grants: string[];
  registered_count: number;
  activated_count: number;
  waiting_count: number;
  skipped_count: number;
  state: Notification['state'];
  created_at: Date;
}

export const toNotification = (row: NotificationRow): Notification => ({
  id: row.id,
  event: row.event,
  recipientId: row.recipient_id,
  recipientName: row.recipient_name,
  selfRegistrationId: row.self_registration_id,
  registrationId: row.registration_id,
  host: row.host,
  personName: row.person_name,
  personEmail: row.person_email,
  skippedGrants: row.skipped_grants,
  registeredCount: row.registered_count,
  activatedCount: row.activated_count,
  waitingCount: row.waiting_count,
  skippedCount: row.skipped_count,
  state: row.state,
  createdAt: row.created_at,
});

const ofAudience = (tx: Tx, { selfRegistrationId, recipientId }: TellingPage): Knex.QueryBuilder =>
  knexOf(tx)('notifications').where({
    tenant_id: tx.tenantId,
    self_registration_id: selfRegistrationId,
    recipient_id: recipientId,
  });

export const notificationRows: NotificationRepository = {
  async insert(tx, notification) {
    const rows = (await knexOf(tx)('notifications')
      .insert({
        tenant_id: tx.tenantId,
        id: notification.id,
        event: notification.event,
        recipient_id: notification.recipientId,
        recipient_name: notification.recipientName,
        self_registration_id: notification.selfRegistrationId,
        registration_id: notification.registrationId,
        host: notification.host,
        person_name: notification.personName,
        person_email: notification.personEmail,
        skipped_grants: notification.skippedGrants,
        registered_count: notification.registeredCount,
        activated_count: notification.activatedCount,
        waiting_count: notification.waitingCount,
        skipped_count: notification.skippedCount,
        state: notification.state,
        created_at: notification.createdAt,
        told_at: notification.state === 'TOLD' ? notification.createdAt : null,
      })
      .onConflict(['tenant_id', 'registration_id', 'event'])
      .ignore()
      .returning('id')) as { id: string }[];
    return rows.length > 0;
  },

  async find(tx, id) {
    const row = (await knexOf(tx)('notifications')
      .where({ tenant_id: tx.tenantId, id })
      .first()) as NotificationRow | undefined;
    return row ? toNotification(row) : null;
  },

  async takeTurn(tx, { selfRegistrationId, recipientId }) {
    await knexOf(tx).raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `notices ${tx.tenantId} ${selfRegistrationId ?? ''} ${recipientId ?? ''}`,
    ]);
  },

  async countTold(tx, audience, since) {
    const [row] = (await ofAudience(tx, audience)
      .where({ state: 'TOLD' })
      .whereIn('event', singleEvents)
      .where('told_at', '>=', since)
      .count({ count: '*' })) as { count: string }[];
    return Number(row?.count ?? 0);
  },

  setState: (tx, ids, { from, to, at }) =>
    knexOf(tx)('notifications')
      .where({ tenant_id: tx.tenantId, state: from })
      .whereIn('id', ids)
      .update({ state: to, told_at: at }),

  async findHeld(tx, audience) {
    const rows = (await ofAudience(tx, audience)
      .where({ state: 'HELD' })
      .orderBy('id')
      .select()) as NotificationRow[];
    return rows.map(toNotification);
  },
};
