import { holds } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { MailBudget, QueueMail } from '../mail/index.js';
import { addMs, type Clock } from '../platform/clock.js';
import { emailAddressMessages, parseEmailAddress } from '../platform/email/email-address.js';
import { forbidden, rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { newId } from '../platform/ids.js';
import {
  failWith,
  inputFault,
  type InputFault,
  type InputFaults,
} from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { SignedIn } from './authenticate.js';
import { unsentLifetimeMs, type EmailChangeRepository } from './email-change.js';
import type { PasswordHasher } from './password-hasher.js';
import type { UserRepository } from './user-repository.js';
import { nameOf } from './user.js';

export type EmailChangeErrorCode =
  | 'REQUIRED'
  | 'INVALID_EMAIL'
  | 'TOO_LONG'
  | 'EMAIL_UNCHANGED'
  | 'EMAIL_UNAVAILABLE'
  | 'PASSWORD_REQUIRED'
  | 'PASSWORD_WRONG'
  | 'LINK_NOT_GOOD';

export interface EmailChangeDeps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly users: UserRepository;
  readonly emailChanges: EmailChangeRepository;
  readonly hasher: PasswordHasher;
  readonly limits: RateLimits<LimitName>;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
  readonly recordAudit: RecordAudit;
}

type Fault = InputFault<EmailChangeErrorCode>;

const passwordWrong: Fault = inputFault(
  'password',
  'PASSWORD_WRONG',
  'This is not your current password.',
);

/** Whether it is a person's password; each try counts like one of signing in. @throws RATE_LIMITED */
export const createIsOwnPassword =
  ({ limits, transact, users, hasher }: EmailChangeDeps) =>
  async (tenantId: string, userId: string, typed: string): Promise<boolean> => {
    const wait = await limits.take([['signInPerAccountAndNetwork', `change ${userId}`]]);
    if (wait > 0) throw rateLimited(wait);
    const stored = await transact(tenantId, (tx) => users.findCredentials(tx, { id: userId }));
    if (!(await hasher.verify(stored?.passwordHash ?? null, typed))) return false;
    await limits.clear('signInPerAccountAndNetwork', `change ${userId}`);
    return true;
  };

/**
 * Mails a link to the new address; until it is used nothing changes. An address that somebody has
 * is answered alike, and whoever reads its mailbox is told.
 */
export const createRequestEmailChange = (deps: EmailChangeDeps) => {
  const isOwnPassword = createIsOwnPassword(deps);

  return async (
    viewer: SignedIn,
    host: string,
    http: HttpExchange,
    input: { readonly email: string; readonly password: string },
  ): Promise<Result<true, InputFaults<EmailChangeErrorCode>>> => {
    const { user } = viewer;
    if (!holds(viewer.principal, 'PROFILE', 'WRITE')) throw forbidden('PROFILE:WRITE');
    const address = parseEmailAddress(input.email);
    const faults: Fault[] = [];
    if (!address.ok) {
      faults.push(inputFault('email', address.failure, emailAddressMessages[address.failure]));
    } else if (address.value.asTyped === user.email) {
      faults.push(inputFault('email', 'EMAIL_UNCHANGED', 'This is your address already.'));
    }
    if (!(await isOwnPassword(user.tenantId, user.id, input.password))) faults.push(passwordWrong);
    if (!address.ok || faults.length > 0) return failWith(...faults);

    const { asTyped, key, limitKey } = address.value;
    await deps.mailBudget.take({ tenantId: user.tenantId, limitKey, network: http.network });
    return deps.transact(user.tenantId, async (tx) => {
      const createdAt = deps.clock.now();
      const change = { id: newId(), userId: user.id, email: asTyped, emailKey: key };
      const expiresAt = addMs(createdAt, unsentLifetimeMs);
      await deps.emailChanges.replace(tx, { ...change, createdAt, expiresAt });
      await deps.queueMail(tx, {
        template: 'confirm-address',
        to: asTyped,
        locale: user.locale,
        userId: user.id,
        variables: { host, changeId: change.id },
      });
      await deps.recordAudit(tx, viewer.actor, {
        action: 'user.email-change-requested',
        entityType: 'USER',
        entityId: user.id,
        entityName: nameOf(user),
        after: { email: asTyped },
      });
      return ok(true as const);
    });
  };
};

export type RequestEmailChange = ReturnType<typeof createRequestEmailChange>;
