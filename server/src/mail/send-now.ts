import { setTimeout as delay } from 'node:timers/promises';
import type { Transact } from '../platform/transaction.js';
import type { MailMessage } from './mail-message.js';
import type { MailRepository } from './mail-repository.js';
import type { NewMail, QueueMail } from './queue-mail.js';

/**
 * Queues a mail and waits for its first try, to tell what the mail server said. A try that fails
 * is repeated like any other's.
 */
export type SendNow = (
  tenantId: string,
  mail: NewMail,
) => Promise<Pick<MailMessage, 'state' | 'lastError'>>;

interface Deps {
  readonly transact: Transact;
  readonly repository: Pick<MailRepository, 'find'>;
  readonly queueMail: QueueMail;
}

const lookAgainMs = 100;
/** A little more than a mail server may take for all its steps. */
const patienceMs = 45_000;

export const createSendNow =
  ({ transact, repository, queueMail }: Deps): SendNow =>
  async (tenantId, mail) => {
    const id = await transact(tenantId, (tx) => queueMail(tx, mail));
    for (let waited = 0; waited < patienceMs; waited += lookAgainMs) {
      const message = await transact(tenantId, (tx) => repository.find(tx, id));
      if (message && message.attempts > 0) return message;
      await delay(lookAgainMs);
    }
    return { state: 'QUEUED', lastError: 'The mail waits for its turn; look at it later.' };
  };
