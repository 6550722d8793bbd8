import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { MailBudget, MailMessage, QueueMail } from '../mail/index.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import type { Page } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import type { TextFault } from '../platform/text.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { Registration } from './registration.js';
import type { RegistrationFilter, RegistrationRepository } from './registration-repository.js';

export type RegistrationErrorCode = TextFault | 'WRONG_STATE' | 'RATE_LIMITED' | 'ADDRESS_IN_USE';

interface Deps {
  readonly transact: Transact;
  readonly recordAudit: RecordAudit;
  readonly registrations: RegistrationRepository;
  readonly queueMail: QueueMail;
  readonly mailBudget: MailBudget;
  readonly messagesOf: (tx: Tx, registrationIds: readonly string[]) => Promise<MailMessage[]>;
}

/** What administrators do with the registrations of their tenant. */
export const createManageRegistrations = (deps: Deps) => {
  const { transact, registrations } = deps;

  const findOrThrow = async (tx: Tx, id: string): Promise<Registration> => {
    const registration = isId(id) ? await registrations.find(tx, id) : null;
    if (!registration) throw notFound('registration');
    return registration;
  };

  const audit = (tx: Tx, viewer: Viewer, verb: string, registration: Registration) =>
    deps.recordAudit(tx, viewer.actor, {
      action: `registration.${verb}`,
      entityType: 'REGISTRATION',
      entityId: registration.id,
      entityName: registration.email,
    });

  /** An administrator's mails come out of the recipient's budget, too. */
  const takeBudget = async (viewer: Viewer, email: string): Promise<number> => {
    const address = parseEmailAddress(email);
    if (!address.ok) return 0;
    const { tenantId, userId } = viewer.principal;
    return deps.mailBudget.askFor({ tenantId, limitKey: address.value.limitKey, network: userId });
  };

  return {
    list: (
      viewer: Viewer,
      filter: RegistrationFilter,
      first: number,
      afterId: string | null,
    ): Promise<Page<Registration>> => {
      requireOnTenant(viewer, 'REGISTRATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) =>
        registrations.list(tx, filter, first, afterId),
      );
    },

    count: (viewer: Viewer, filter: RegistrationFilter): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) => registrations.count(tx, filter)),

    find: (viewer: Viewer, id: string): Promise<Registration> => {
      requireOnTenant(viewer, 'REGISTRATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) => findOrThrow(tx, id));
    },

    /** For registrations that the viewer was shown. */
    mailsOf: (viewer: Viewer, ids: readonly string[]): Promise<MailMessage[]> =>
      transact(viewer.principal.tenantId, (tx) => deps.messagesOf(tx, ids)),

    resend: async (
      viewer: Viewer,
      id: string,
    ): Promise<Result<Registration, InputFaults<RegistrationErrorCode>>> => {
      requireOnTenant(viewer, 'REGISTRATION', 'WRITE');
      const { tenantId } = viewer.principal;
      const registration = await transact(tenantId, (tx) => findOrThrow(tx, id));
      if (registration.state !== 'PENDING') {
        const message = 'Only a pending registration gets another mail.';
        return failWith(argumentFault('id', 'WRONG_STATE', message));
      }
      const wait = await takeBudget(viewer, registration.email);
      if (wait > 0) {
        const message = `This address got a mail a moment ago. Try again in ${wait} s.`;
        return failWith(argumentFault('id', 'RATE_LIMITED', message));
      }
      return transact(tenantId, async (tx) => {
        await deps.queueMail(tx, {
          template: 'activation',
          to: registration.email,
          locale: registration.locale,
          registrationId: id,
        });
        await audit(tx, viewer, 'mail-resent', registration);
        return ok(registration);
      });
    },

    delete: (viewer: Viewer, id: string): Promise<string> => {
      requireOnTenant(viewer, 'REGISTRATION', 'DELETE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const registration = await findOrThrow(tx, id);
        await registrations.delete(tx, id);
        await audit(tx, viewer, 'deleted', registration);
        return id;
      });
    },
  };
};

export type ManageRegistrations = ReturnType<typeof createManageRegistrations>;
