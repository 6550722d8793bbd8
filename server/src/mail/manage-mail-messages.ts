import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import type { Page } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { MailBudget } from './mail-budget.js';
import type { MailMessage } from './mail-message.js';
import type { MailFilter, MailRepository } from './mail-repository.js';
import type { ResendMail } from './queue-mail.js';

export type MailMessageErrorCode = 'WRONG_STATE' | 'RATE_LIMITED';

interface Deps {
  readonly transact: Transact;
  readonly messages: MailRepository;
  readonly resendMail: ResendMail;
  readonly budget: MailBudget;
  readonly recordAudit: RecordAudit;
}

/** What administrators do with the message log of their tenant. */
export const createManageMailMessages = (deps: Deps) => {
  const { transact, messages } = deps;

  const findOrThrow = async (tx: Tx, id: string): Promise<MailMessage> => {
    const message = isId(id) ? await messages.find(tx, id) : null;
    if (!message) throw notFound('mail');
    return message;
  };

  /** A mail that waits is the same mail; any other comes out of the recipient's budget. */
  const waitFor = async ({ principal }: Viewer, message: MailMessage): Promise<number> => {
    const address = parseEmailAddress(message.recipient);
    if (message.state === 'QUEUED' || !address.ok) return 0;
    const { tenantId, userId } = principal;
    return deps.budget.askFor({ tenantId, limitKey: address.value.limitKey, network: userId });
  };

  return {
    list: (
      viewer: Viewer,
      filter: MailFilter,
      first: number,
      afterId: string | null,
    ): Promise<Page<MailMessage>> => {
      requireOnTenant(viewer, 'MAIL_MESSAGE', 'READ');
      return transact(viewer.principal.tenantId, (tx) => messages.list(tx, filter, first, afterId));
    },

    count: (viewer: Viewer, filter: MailFilter): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) => messages.count(tx, filter)),

    find: (viewer: Viewer, id: string): Promise<MailMessage> => {
      requireOnTenant(viewer, 'MAIL_MESSAGE', 'READ');
      return transact(viewer.principal.tenantId, (tx) => findOrThrow(tx, id));
    },

    /** @returns the message that is sent now: a waiting one itself, of any other a copy */
    resend: async (
      viewer: Viewer,
      id: string,
    ): Promise<Result<MailMessage, InputFaults<MailMessageErrorCode>>> => {
      requireOnTenant(viewer, 'MAIL_MESSAGE', 'WRITE');
      const { tenantId } = viewer.principal;
      const message = await transact(tenantId, (tx) => findOrThrow(tx, id));
      if (message.state === 'SKIPPED') {
        const text = 'This mail was needless and still is: there is nothing to send.';
        return failWith(argumentFault('id', 'WRONG_STATE', text));
      }
      const wait = await waitFor(viewer, message);
      if (wait > 0) {
        const text = `This address got a mail a moment ago. Try again in ${wait} s.`;
        return failWith(argumentFault('id', 'RATE_LIMITED', text));
      }
      return transact(tenantId, async (tx) => {
        const sentId = await deps.resendMail(tx, id);
        await deps.recordAudit(tx, viewer.actor, {
          action: 'mail_message.resent',
          entityType: 'MAIL_MESSAGE',
          entityId: id,
          entityName: message.recipient,
        });
        return ok(await findOrThrow(tx, sentId ?? id));
      });
    },
  };
};

export type ManageMailMessages = ReturnType<typeof createManageMailMessages>;
