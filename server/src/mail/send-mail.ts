import type { Clock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { supportedLocale } from '../platform/locale/locale.js';
import type { Log } from '../platform/log/log.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { MailComposers } from './mail-composer.js';
import type { MailMessage } from './mail-message.js';
import type { MailRepository } from './mail-repository.js';
import type { MailServerOf } from './mail-server.js';
import type { MailTemplate } from './mail-template.js';
import type { Deliver } from './mail-transport.js';
import type { QueueTry } from './queue-mail.js';
import type { RenderFor } from './render-for.js';
import { nextTry } from './retry-schedule.js';
import { withoutSecrets } from './without-secrets.js';

interface SendDeps {
  readonly transact: Transact;
  readonly repository: MailRepository;
  readonly composers: MailComposers;
  readonly render: RenderFor;
  readonly serverOf: MailServerOf;
  readonly deliver: Deliver;
  readonly queueTry: QueueTry;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * One try to send a message; one that is no longer queued is left alone. A try that fails is
 * recorded and the next one queued in the same transaction, so that the message always has a
 * state and, while it is queued, exactly one job.
 */
export type SendMail = (tenantId: string, messageId: string) => Promise<void>;

type Outcome =
  | { readonly kind: 'sent'; readonly as: MailTemplate }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly final: FinalState | null };

/** Null: another try makes sense. */
type FinalState = 'BOUNCED' | 'FAILED';

const finalStates = { bounced: 'BOUNCED', refused: 'FAILED', postponed: null } as const;

export const createSendMail = (deps: SendDeps): SendMail => {
  const { transact, repository, clock, log } = deps;

  /** Secrets are committed before the mail leaves: a link that arrives is a link that works. */
  const attempt = async (tenantId: string, message: MailMessage): Promise<Outcome> => {
    const prepared = await transact(tenantId, (tx) => deps.composers.prepare(tx, message));
    if ('skip' in prepared) return { kind: 'skipped', reason: prepared.skip };
    const address = parseEmailAddress(message.recipient);
    if (!address.ok)
      return { kind: 'failed', reason: 'The address is not valid.', final: 'FAILED' };
    const { send } = prepared;
    const locale = prepared.locale ? supportedLocale(prepared.locale) : message.locale;
    const delivery = await deps.deliver(await deps.serverOf(tenantId), {
      ...(await deps.render(tenantId, send, locale)),
      id: message.id,
      to: address.value.mailbox,
    });
    if (delivery.kind === 'accepted') return { kind: 'sent', as: send.template };
    const reason = withoutSecrets(delivery.reason, Object.values(send.secrets));
    return { kind: 'failed', reason, final: finalStates[delivery.kind] };
  };

  const record = async (tx: Tx, message: MailMessage, outcome: Outcome): Promise<void> => {
    const { id, template, attempts, createdAt } = message;
    const now = clock.now();
    if (outcome.kind === 'sent') {
      await repository.recordTry(tx, id, { state: 'SENT', sentAs: outcome.as, at: now });
      return;
    }
    const lastError = outcome.reason;
    if (outcome.kind === 'skipped') {
      await repository.recordTry(tx, id, { state: 'SKIPPED', lastError, at: now });
      return;
    }
    const next = outcome.final ? null : nextTry(attempts + 1, createdAt, now);
    const state = next ? 'QUEUED' : (outcome.final ?? 'FAILED');
    if (!(await repository.recordTry(tx, id, { state, lastError, at: now }))) return;
    if (next) await deps.queueTry(tx, id, next);
    log.warn(
      { messageId: id, template, try: attempts + 1, nextTry: next, reason: lastError },
      next ? 'a mail could not be sent yet' : 'a mail is given up',
    );
  };

  return async (tenantId, messageId) => {
    const message = await transact(tenantId, (tx) => repository.find(tx, messageId));
    if (message?.state !== 'QUEUED') return;
    const outcome = await attempt(tenantId, message).catch((error: unknown): Outcome => {
      log.error({ err: error, messageId }, 'a mail could not be put together');
      const reason = "The mail could not be put together. The server's log says more.";
      return { kind: 'failed', reason, final: null };
    });
    await transact(tenantId, (tx) => record(tx, message, outcome));
  };
};
