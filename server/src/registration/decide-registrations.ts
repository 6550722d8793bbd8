import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { QueueMail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import { badUserInput, notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import { parseText, textFaults } from '../platform/text.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { OpenAccount } from './open-account.js';
import type { PageOf } from './page-of.js';
import type { Registration } from './registration.js';
import type { RegistrationErrorCode } from './manage-registrations.js';
import type { Decision, RegistrationRepository } from './registration-repository.js';

/** Registrations in one call: each is decided in a transaction of its own. */
const mostAtOnce = 100;
const reasonRule = { max: 500, required: true } as const;

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly pageOf: PageOf;
  readonly openAccount: OpenAccount;
  readonly queueMail: QueueMail;
  readonly recordAudit: RecordAudit;
}

type Faults = InputFaults<RegistrationErrorCode>;

/** What became of the ids: as far as it went, and what is wrong with the others. */
export interface DecidedRegistrations {
  readonly registrations: readonly Registration[];
  readonly userErrors: Faults;
}

const faultAt = (code: RegistrationErrorCode, message: string): Result<never, Faults> =>
  failWith(argumentFault('ids', code, message));

const notWaiting = ({ email }: Registration) =>
  faultAt('WRONG_STATE', `${email} does not wait for a decision any more.`);

/** What administrators say to those who wait (product, step 7). */
export const createDecideRegistrations = (deps: Deps) => {
  const { transact, registrations } = deps;

  const decisionOf = (viewer: Viewer): Decision => ({
    at: deps.clock.now(),
    by: viewer.actor.name,
  });

  const approveOne = (viewer: Viewer, registration: Registration) =>
    transact(viewer.principal.tenantId, async (tx): Promise<Result<null, Faults>> => {
      const decision = decisionOf(viewer);
      const waiting = await registrations.activate(tx, registration, 'WAITING', decision.at);
      if (!waiting) return notWaiting(registration);
      const page = await deps.pageOf(tx, waiting);
      const user = await deps.openAccount(tx, waiting, page, {
        ...{ action: 'registration.approved', mail: 'approval' },
        ...{ actor: viewer.actor, ip: viewer.actor.ip ?? '', decision },
      });
      if (user) return ok(null);
      const message = `${registration.email} has an account by now, so this one came to its end.`;
      return faultAt('ADDRESS_IN_USE', message);
    });

  const rejectOne = (viewer: Viewer, registration: Registration, reason: string) =>
    transact(viewer.principal.tenantId, async (tx): Promise<Result<null, Faults>> => {
      const { id, email, locale, host } = registration;
      if (!(await registrations.rejectWaiting(tx, id, decisionOf(viewer), reason))) {
        return notWaiting(registration);
      }
      await deps.recordAudit(tx, viewer.actor, {
        ...{ action: 'registration.rejected', entityType: 'REGISTRATION' },
        ...{ entityId: id, entityName: email, after: { reason } },
      });
      await deps.queueMail(tx, {
        ...{ template: 'rejection', to: email, locale },
        ...{ registrationId: id, variables: { host } },
      });
      return ok(null);
    });

  const findAll = async (tx: Tx, ids: readonly string[]): Promise<Registration[]> => {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0 || ids.length > mostAtOnce) {
      throw badUserInput(`\`ids\` are 1 to ${mostAtOnce}.`);
    }
    const found = wanted.every(isId) ? await registrations.findMany(tx, wanted) : [];
    if (found.length < wanted.length) throw notFound('registration');
    return found;
  };

  /** One after the other; what is wrong with one stops none of the others. */
  const decide = async (
    viewer: Viewer,
    ids: readonly string[],
    decideOne: (registration: Registration) => Promise<Result<null, Faults>>,
  ): Promise<DecidedRegistrations> => {
    const { tenantId } = viewer.principal;
    const userErrors: Faults[number][] = [];
    for (const registration of await transact(tenantId, (tx) => findAll(tx, ids))) {
      const decided = await decideOne(registration);
      if (!decided.ok) userErrors.push(...decided.failure);
    }
    return {
      registrations: await transact(tenantId, (tx) => registrations.findMany(tx, ids)),
      userErrors,
    };
  };

  return {
    approve: (viewer: Viewer, ids: readonly string[]): Promise<DecidedRegistrations> => {
      requireOnTenant(viewer, 'REGISTRATION', 'WRITE');
      return decide(viewer, ids, async (registration) => {
        const approved = await approveOne(viewer, registration);
        if (!approved.ok && approved.failure.some(({ code }) => code === 'ADDRESS_IN_USE')) {
          await transact(viewer.principal.tenantId, (tx) =>
            registrations.reject(tx, registration.id, 'ADDRESS_IN_USE'),
          );
        }
        return approved;
      });
    },

    reject: async (
      viewer: Viewer,
      ids: readonly string[],
      typedReason: string,
    ): Promise<DecidedRegistrations> => {
      requireOnTenant(viewer, 'REGISTRATION', 'WRITE');
      const reason = parseText(typedReason, reasonRule);
      if (!reason.ok) {
        return { registrations: [], userErrors: textFaults('reason', reason, reasonRule) };
      }
      return decide(viewer, ids, (registration) => rejectOne(viewer, registration, reason.value));
    },
  };
};

export type DecideRegistrations = ReturnType<typeof createDecideRegistrations>;
