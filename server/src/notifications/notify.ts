import type { RecipientRepository } from '../recipients/index.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Tx } from '../platform/transaction.js';
import { nothingCounted, type SingleEvent } from './notification.js';
import type { NotificationRepository } from './notification-repository.js';

export const tellTask = 'tell-notification';

/** Something that happened on a sign-up page. */
export interface Happening {
  readonly event: SingleEvent;
  /** Null when it was deleted since. */
  readonly page: {
    readonly id: string;
    readonly notificationRecipientId: string | null;
    readonly notifyNobody: boolean;
  } | null;
  /** Only with GRANTS_SKIPPED. */
  readonly skippedGrants?: readonly string[];
  readonly registration: {
    readonly id: string;
    readonly host: string;
    readonly email: string;
    readonly firstName: string | null;
    readonly lastName: string | null;
  };
}

/**
 * Notes what happened and queues the telling in the caller's transaction: both exist exactly if
 * that commits. Whom it reaches is found out later, so nothing about that can harm a registration.
 * An event of a registration that is known already is told once.
 */
export type Notify = (tx: Tx, happening: Happening) => Promise<void>;

interface Deps {
  readonly notifications: NotificationRepository;
  readonly recipients: Pick<RecipientRepository, 'find'>;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
}

export const createNotify =
  ({ notifications, recipients, enqueue, clock }: Deps): Notify =>
  async (tx, { event, page, registration, skippedGrants = [] }) => {
    // Who wants no notices still hears of a page that gives less than it promises.
    if (page?.notifyNobody && event !== 'GRANTS_SKIPPED') return;
    const chosen = page?.notificationRecipientId;
    const recipient = chosen ? await recipients.find(tx, chosen) : null;
    const notification = {
      id: newId(),
      event,
      recipientId: recipient?.id ?? null,
      recipientName: recipient?.name ?? null,
      selfRegistrationId: page?.id ?? null,
      registrationId: registration.id,
      host: registration.host,
      personName: [registration.firstName, registration.lastName].filter(Boolean).join(' ') || null,
      personEmail: registration.email,
      skippedGrants,
      ...nothingCounted,
      state: 'WAITING' as const,
      createdAt: clock.now(),
    };
    if (!(await notifications.insert(tx, notification))) return;
    await enqueue(tx, { task: tellTask, payload: { notificationId: notification.id } });
  };
