import type { QueueMail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Tx } from '../platform/transaction.js';
import {
  isWebhook,
  mostPeople,
  tenantAdministrators,
  type FindPeople,
  type Recipient,
  type RecipientRepository,
} from '../recipients/index.js';
import type { Delivery } from './delivery.js';
import type { Notification } from './notification.js';
import type { DeliveryRepository, InboxRepository } from './notification-repository.js';

export const deliverTask = 'deliver-notification';

/** Queues a try of a delivery; one that waits already is replaced. */
export const queueDelivery = (
  enqueue: Enqueue,
  tx: Tx,
  deliveryId: string,
  runAt?: Date,
): Promise<void> =>
  enqueue(tx, {
    task: deliverTask,
    payload: { deliveryId },
    jobKey: `${deliverTask}:${deliveryId}`,
    ...(runAt && { runAt }),
  });

/** The mail that tells of an event. */
const mailTemplates = {
  USER_REGISTERED: 'new-registration',
  USER_WAITING: 'registration-waiting',
  USER_ACTIVATED: 'registration-activated',
  GRANTS_SKIPPED: 'grants-skipped',
  SUMMARY: 'registrations-summary',
  TEST: 'test-notice',
} as const;

interface Deps {
  readonly recipients: Pick<RecipientRepository, 'find'>;
  readonly findPeople: FindPeople;
  readonly deliveries: DeliveryRepository;
  readonly inbox: InboxRepository;
  readonly queueMail: QueueMail;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
}

/** Makes one delivery for each target of a notice, each with its own job. */
export type TellAudience = (tx: Tx, notification: Notification) => Promise<void>;

export const createTellAudience = (deps: Deps): TellAudience => {
  const newDelivery = (
    notification: Notification,
    given: Pick<Delivery, 'channel' | 'target'> & Partial<Delivery>,
  ): Delivery => ({
    id: newId(),
    notificationId: notification.id,
    userId: null,
    state: 'QUEUED',
    attempts: 0,
    answer: null,
    mailMessageId: null,
    createdAt: deps.clock.now(),
    sentAt: null,
    ...given,
  });

  const tellByMail = async (
    tx: Tx,
    notification: Notification,
    to: { email: string; locale: string | null; userId: string | null; isAdministrator: boolean },
  ): Promise<Delivery> => {
    const mailMessageId = await deps.queueMail(tx, {
      template: mailTemplates[notification.event],
      to: to.email,
      locale: to.locale,
      userId: to.userId,
      variables: {
        notificationId: notification.id,
        link: to.userId === null || to.isAdministrator ? 'console' : 'site',
      },
    });
    const { email: target, userId } = to;
    return newDelivery(notification, { channel: 'EMAIL', target, userId, mailMessageId });
  };

  const tellPeople = async (
    tx: Tx,
    notification: Notification,
    audience: Parameters<FindPeople>[1] & Pick<Recipient, 'byEmail'>,
  ): Promise<void> => {
    const { people } = await deps.findPeople(tx, audience, mostPeople);
    const now = deps.clock.now();
    const made: Delivery[] = people.map(({ id: userId, email: target }) =>
      newDelivery(notification, { channel: 'INBOX', userId, target, state: 'SENT', sentAt: now }),
    );
    for (const { id: userId, ...person } of audience.byEmail ? people : []) {
      made.push(await tellByMail(tx, notification, { ...person, userId }));
    }
    await deps.deliveries.insertMany(tx, made);
    await deps.inbox.announce(
      tx,
      people.map(({ id }) => id),
    );
  };

  const tellRecipient = async (
    tx: Tx,
    notification: Notification,
    recipient: Recipient,
  ): Promise<void> => {
    if (isWebhook(recipient.type)) {
      const target = recipient.urlHost ?? '';
      const delivery = newDelivery(notification, { channel: recipient.type, target });
      await deps.deliveries.insertMany(tx, [delivery]);
      await queueDelivery(deps.enqueue, tx, delivery.id);
    } else if (recipient.type === 'EMAILS') {
      const { locale } = recipient;
      const made: Delivery[] = [];
      for (const email of recipient.emails) {
        const to = { email, locale, userId: null, isAdministrator: false };
        made.push(await tellByMail(tx, notification, to));
      }
      await deps.deliveries.insertMany(tx, made);
    } else {
      await tellPeople(tx, notification, recipient);
    }
  };

  return async (tx, notification) => {
    const { recipientId, recipientName } = notification;
    const recipient = recipientId && (await deps.recipients.find(tx, recipientId));
    if (recipient) await tellRecipient(tx, notification, recipient);
    // A recipient that was deleted meanwhile leaves its name: then nobody is told.
    else if (recipientName === null) await tellPeople(tx, notification, tenantAdministrators);
  };
};
