import type { Page } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { Delivery } from './delivery.js';
import type { Notification, NotificationState } from './notification.js';

/** An audience is told by one page; both may be gone. */
export type TellingPage = Pick<Notification, 'selfRegistrationId' | 'recipientId'>;

export interface NotificationRepository {
  /** @returns false when this event of the registration is known already */
  insert(tx: Tx, notification: Notification): Promise<boolean>;
  find(tx: Tx, id: string): Promise<Notification | null>;
  /** Until the transaction ends, nobody else decides for this audience. */
  takeTurn(tx: Tx, audience: TellingPage): Promise<void>;
  /** Single notices that the audience got since. */
  countTold(tx: Tx, audience: TellingPage, since: Date): Promise<number>;
  /** Changes the state of those that still are in the former one. @returns how many */
  setState(
    tx: Tx,
    ids: readonly string[],
    change: { readonly from: NotificationState; readonly to: NotificationState; readonly at: Date },
  ): Promise<number>;
  findHeld(tx: Tx, audience: TellingPage): Promise<Notification[]>;
}

/** A delivery with what it tells of. */
export interface DeliveryWithNotice extends Delivery {
  readonly notification: Notification;
}

export interface DeliveryFilter {
  readonly state: Delivery['state'] | null;
  readonly recipientId: string | null;
}

export interface DeliveryRepository {
  insertMany(tx: Tx, deliveries: readonly Delivery[]): Promise<void>;
  find(tx: Tx, id: string): Promise<DeliveryWithNotice | null>;
  /** Counts a try of a queued delivery; false when it is no longer queued. */
  recordTry(
    tx: Tx,
    id: string,
    result: Pick<Delivery, 'state' | 'answer' | 'sentAt'>,
  ): Promise<boolean>;
  /** Tries once more. */
  requeue(tx: Tx, id: string, mailMessageId: string | null): Promise<void>;
  /** Newest first; what stands in people's inboxes is not listed. */
  list(
    tx: Tx,
    filter: DeliveryFilter,
    first: number,
    afterId: string | null,
  ): Promise<Page<DeliveryWithNotice>>;
  count(tx: Tx, filter: DeliveryFilter): Promise<number>;
}

/** A notice in somebody's inbox. */
export interface InboxEntry extends Notification {
  /** When it was read first; null while it is unread. */
  readonly readAt: Date | null;
}

/** What one person was told in the console. */
export interface InboxRepository {
  /** Newest first. */
  list(
    tx: Tx,
    userId: string,
    query: {
      readonly unreadOnly: boolean;
      readonly first: number;
      readonly afterId: string | null;
    },
  ): Promise<Page<InboxEntry>>;
  count(tx: Tx, userId: string, unreadOnly: boolean): Promise<number>;
  find(tx: Tx, userId: string, notificationId: string): Promise<InboxEntry | null>;
  /** @param notificationId null: all of them @returns how many were unread */
  markRead(tx: Tx, userId: string, notificationId: string | null, at: Date): Promise<number>;
  /** Tells these people's browsers, at commit, that their inbox changed. */
  announce(tx: Tx, userIds: readonly string[]): Promise<void>;
}
