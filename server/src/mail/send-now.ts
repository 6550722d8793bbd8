import { addMs, minuteMs, type Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import type { MailMessage } from './mail-message.js';
import type { MailRepository } from './mail-repository.js';
import type { NewMail, QueueMail } from './queue-mail.js';
import type { SendMail } from './send-mail.js';

/**
 * Logs a mail, sends it while the caller waits, and tells what the mail server said. A first try
 * that fails is repeated like any other's.
 */
export type SendNow = (
  tenantId: string,
  mail: Omit<NewMail, 'sendAfter'>,
) => Promise<Pick<MailMessage, 'state' | 'lastError'>>;

interface Deps {
  readonly transact: Transact;
  readonly repository: MailRepository;
  readonly queueMail: QueueMail;
  readonly sendMail: SendMail;
  readonly clock: Clock;
}

/** Longer than any try: should this process end in the middle, the worker sends it. */
const takenOverAfterMs = 2 * minuteMs;

export const createSendNow =
  ({ transact, repository, queueMail, sendMail, clock }: Deps): SendNow =>
  async (tenantId, mail) => {
    const sendAfter = addMs(clock.now(), takenOverAfterMs);
    const id = await transact(tenantId, (tx) => queueMail(tx, { ...mail, sendAfter }));
    await sendMail(tenantId, id);
    const message = await transact(tenantId, (tx) => repository.find(tx, id));
    if (!message) throw new Error('A mail that was just sent is not in the log.');
    return message;
  };
