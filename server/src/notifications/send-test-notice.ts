import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { Mail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound, rateLimited } from '../platform/failures.js';
import { isId, newId } from '../platform/ids.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { isWebhook, type Recipient, type RecipientRepository } from '../recipients/index.js';
import type { CallWebhook } from './call-webhook.js';
import type { Delivery, DeliveryChannel } from './delivery.js';
import { toNotice } from './notice.js';
import { nothingCounted, type Notification } from './notification.js';
import type {
  DeliveryRepository,
  InboxRepository,
  NotificationRepository,
} from './notification-repository.js';

/** How a test notice to one target ended. */
export interface TestResult {
  readonly channel: DeliveryChannel;
  /** E-mail address, or the host of a webhook. */
  readonly target: string;
  readonly delivered: boolean;
  /** The far side's own words. */
  readonly answer: string;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly limits: Pick<RateLimits<LimitName>, 'take'>;
  readonly recipients: Pick<RecipientRepository, 'find'>;
  readonly notifications: NotificationRepository;
  readonly deliveries: DeliveryRepository;
  readonly inbox: InboxRepository;
  readonly callWebhook: CallWebhook;
  readonly sendMailNow: Mail['sendNow'];
  /** Address and language of a user. */
  readonly findUser: (
    tx: Tx,
    id: string,
  ) => Promise<{ readonly email: string; readonly locale: string | null } | null>;
  readonly recordAudit: RecordAudit;
  /** The console's address. */
  readonly publicUrl: string;
}

const testNotification = (recipient: Recipient, createdAt: Date): Notification => ({
  id: newId(),
  event: 'TEST',
  recipientId: recipient.id,
  recipientName: recipient.name,
  selfRegistrationId: null,
  registrationId: null,
  host: '',
  personName: null,
  personEmail: null,
  skippedGrants: [],
  ...nothingCounted,
  state: 'TOLD',
  createdAt,
});

/**
 * Sends a test notice and waits for the far side: to the webhook, to every address of the list, or,
 * of a recipient that stands for people, to the viewer alone.
 */
export const createSendTestNotice = (deps: Deps) => {
  const { transact, clock } = deps;

  const sendMail = async (
    tenantId: string,
    to: { email: string; locale: string | null; userId: string | null },
  ): Promise<TestResult> => {
    const { email: target, locale, userId } = to;
    const mail = { template: 'test-notice' as const, to: target, locale, userId };
    const { state, lastError } = await deps.sendMailNow(tenantId, mail);
    const delivered = state === 'SENT';
    const answer = lastError ?? 'The mail server took it.';
    return { channel: 'EMAIL', target, delivered, answer };
  };

  /** To the viewer's own inbox. */
  const putIntoInbox = async (tx: Tx, userId: string, target: string, recipient: Recipient) => {
    const now = clock.now();
    const notification = testNotification(recipient, now);
    const delivery: Delivery = {
      id: newId(),
      notificationId: notification.id,
      channel: 'INBOX',
      userId,
      target,
      state: 'SENT',
      attempts: 0,
      answer: null,
      mailMessageId: null,
      createdAt: now,
      sentAt: now,
    };
    await deps.notifications.insert(tx, notification);
    await deps.deliveries.insertMany(tx, [delivery]);
    await deps.inbox.announce(tx, [userId]);
  };

  const sendToSelf = async (viewer: Viewer, recipient: Recipient): Promise<TestResult[]> => {
    const { tenantId, userId } = viewer.principal;
    const self = await transact(tenantId, async (tx) => {
      const user = await deps.findUser(tx, userId);
      if (user) await putIntoInbox(tx, userId, user.email, recipient);
      return user;
    });
    if (!self) throw notFound('user');
    const inInbox: TestResult = {
      channel: 'INBOX',
      target: self.email,
      delivered: true,
      answer: 'It is in your inbox.',
    };
    return recipient.byEmail ? [inInbox, await sendMail(tenantId, { ...self, userId })] : [inInbox];
  };

  const send = async (viewer: Viewer, recipient: Recipient): Promise<TestResult[]> => {
    const { tenantId } = viewer.principal;
    const { type, locale } = recipient;
    if (isWebhook(type)) {
      const notice = toNotice(deps.publicUrl, testNotification(recipient, clock.now()));
      const { delivered, answer } = await deps.callWebhook(tenantId, recipient, notice, newId());
      return [{ channel: type, target: recipient.urlHost ?? '', delivered, answer }];
    }
    if (type !== 'EMAILS') return sendToSelf(viewer, recipient);
    return Promise.all(
      recipient.emails.map((email) => sendMail(tenantId, { email, locale, userId: null })),
    );
  };

  return async (viewer: Viewer, recipientId: string): Promise<TestResult[]> => {
    requireOnTenant(viewer, 'NOTIFICATION', 'WRITE');
    const { tenantId } = viewer.principal;
    const recipient = await transact(tenantId, (tx) =>
      isId(recipientId) ? deps.recipients.find(tx, recipientId) : Promise.resolve(null),
    );
    if (!recipient) throw notFound('recipient');
    const wait = await deps.limits.take([['testNoticePerTenant', tenantId]]);
    if (wait > 0) throw rateLimited(wait);
    const results = await send(viewer, recipient);
    await transact(tenantId, (tx) =>
      deps.recordAudit(tx, viewer.actor, {
        action: 'recipient.tested',
        entityType: 'NOTIFICATION_RECIPIENT',
        entityId: recipient.id,
        entityName: recipient.name,
        after: { delivered: results.every(({ delivered }) => delivered) },
      }),
    );
    return results;
  };
};

export type SendTestNotice = ReturnType<typeof createSendTestNotice>;
