import { addMs, type Clock } from '../platform/clock.js';
import type { Log } from '../platform/log/log.js';
import type { Database } from '../platform/postgres/database.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Tx } from '../platform/transaction.js';
import { createMailComposers } from './mail-composer.js';
import { needlessKeptMs } from './mail-message.js';
import { createCountMails, mailMessageRows } from './postgres/mail-message-rows.js';
import { createSendMailTask } from './queue/send-mail-task.js';
import { createQueueMail, createQueueTry, createResendMail, sendMailTask } from './queue-mail.js';
import { createSendMail } from './send-mail.js';
import { createSendNow } from './send-now.js';
import { createDeliverBySmtp, type SmtpSettings } from './smtp/deliver-by-smtp.js';
import { renderMail } from './templates/render-mail.js';

export { MailMessageType, toMailMessageType } from './graphql/mail-message.type.js';
export { createMailBudget, type MailBudget } from './mail-budget.js';
export type { MailComposer } from './mail-composer.js';
export { toMailName } from './mail-name.js';
export type { MailMessage } from './mail-message.js';
export type { NewMail, QueueMail } from './queue-mail.js';
export { nextTry } from './retry-schedule.js';

interface Deps {
  readonly database: Database;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly smtp: SmtpSettings;
}

/** Mail to people: logged and queued in the caller's transaction, sent by the queue's worker. */
export const createMail = ({ database, enqueue, clock, log, smtp }: Deps) => {
  const repository = mailMessageRows;
  const composers = createMailComposers();
  const queueTry = createQueueTry(enqueue);
  const queueMail = createQueueMail({ repository, queueTry, clock });
  const sendMail = createSendMail({
    transact: database.transact,
    repository,
    composers,
    render: renderMail,
    deliver: createDeliverBySmtp(smtp),
    queueTry,
    clock,
    log,
  });
  return {
    queueMail,
    sendNow: createSendNow({ transact: database.transact, repository, queueMail }),
    resend: createResendMail({ repository, queueTry, queueMail, clock }),
    /** At start, by the slice that owns the template's facts. */
    compose: composers.register,
    messagesOf: repository.ofRegistrations,
    /** For a regular job, once per tenant; says how many rows went. */
    purgeNeedless: (tx: Tx, now: Date): Promise<number> =>
      repository.deleteNeedless(tx, addMs(now, -needlessKeptMs)),
    counts: createCountMails(database),
    tasks: { [sendMailTask]: createSendMailTask(sendMail) },
  };
};

export type Mail = ReturnType<typeof createMail>;
