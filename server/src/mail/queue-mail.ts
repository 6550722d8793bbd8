import type { Clock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { newId } from '../platform/ids.js';
import { supportedLocale } from '../platform/locale/locale.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Tx } from '../platform/transaction.js';
import type { MailMessage } from './mail-message.js';
import type { MailRepository } from './mail-repository.js';
import type { MailTemplate } from './mail-template.js';

export const sendMailTask = 'send-mail';

export interface NewMail {
  readonly template: MailTemplate;
  /** One valid address, as typed. */
  readonly to: string;
  /** The recipient's language; the nearest one that is spoken here is used. */
  readonly locale: string | null;
  readonly registrationId?: string | null;
  readonly userId?: string | null;
  /** Facts that the composer needs later; stored, so never secrets. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Logs a mail and queues it in the caller's transaction: it is sent exactly if that commits.
 * @returns the message's id
 */
export type QueueMail = (tx: Tx, mail: NewMail) => Promise<string>;

/** Queues the next try of a message; one that waits already is replaced. */
export type QueueTry = (tx: Tx, messageId: string, runAt?: Date) => Promise<void>;

export const createQueueTry =
  (enqueue: Enqueue): QueueTry =>
  (tx, messageId, runAt) =>
    enqueue(tx, {
      task: sendMailTask,
      payload: { messageId },
      jobKey: `${sendMailTask}:${messageId}`,
      ...(runAt && { runAt }),
    });

interface QueueDeps {
  readonly repository: MailRepository;
  readonly queueTry: QueueTry;
  readonly clock: Clock;
}

export const createQueueMail =
  ({ repository, queueTry, clock }: QueueDeps): QueueMail =>
  async (tx, mail) => {
    if (!parseEmailAddress(mail.to).ok) throw new Error('A mail needs one valid address.');
    const message: MailMessage = {
      id: newId(),
      template: mail.template,
      sentAs: null,
      recipient: mail.to,
      locale: supportedLocale(mail.locale),
      registrationId: mail.registrationId ?? null,
      userId: mail.userId ?? null,
      variables: mail.variables ?? {},
      state: 'QUEUED',
      attempts: 0,
      lastError: null,
      createdAt: clock.now(),
      sentAt: null,
      triedAt: null,
    };
    await repository.insert(tx, message);
    await queueTry(tx, message.id);
    return message.id;
  };

/**
 * Sends a message once more: a waiting one is tried at once, of any other a copy is queued.
 * @returns the id of the message that is sent now, or null when there is no such message
 */
export type ResendMail = (tx: Tx, messageId: string) => Promise<string | null>;

export const createResendMail =
  ({ repository, queueTry, queueMail }: QueueDeps & { queueMail: QueueMail }): ResendMail =>
  async (tx, messageId) => {
    const message = await repository.find(tx, messageId);
    if (!message) return null;
    if (message.state !== 'QUEUED') return queueMail(tx, { ...message, to: message.recipient });
    await queueTry(tx, message.id);
    return message.id;
  };
