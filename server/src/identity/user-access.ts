import type { Viewer } from '../access/index.js';
import type { LimitName } from '../config/limits.js';
import type { MailBudget, QueueMail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import type { InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import type { ActOnUser } from './act-on-user.js';
import type { AuditUser } from './audit-user.js';
import { takeBudgetOf } from './invitations.js';
import { noDomainAdvice, type LinkHostOf } from './link-host.js';
import type { PasswordLinkRepository } from './password-link.js';
import type { SessionRepository } from './session-repository.js';
import { accountLimitKey, consoleAccounts } from './sign-in.js';
import { notAllowed, wrongState, type UserErrorCode } from './user-fault.js';
import type { UserRepository } from './user-repository.js';
import type { User } from './user.js';

interface Deps {
  readonly actOnUser: ActOnUser;
  readonly clock: Clock;
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly links: PasswordLinkRepository;
  readonly limits: RateLimits<LimitName>;
  readonly linkHostOf: LinkHostOf;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
  readonly auditUser: AuditUser;
}

type Outcome = Promise<Result<User, InputFaults<UserErrorCode>>>;
type Settled = Awaited<Outcome>;

/** Where an account counts for itself: administrators sign in on the console, too. */
const placesOf = ({ tenantId, authority }: User): string[] =>
  authority === 'CUSTOMER_USER' ? [tenantId] : [tenantId, consoleAccounts];

/** Whether, and where, somebody can sign in. */
export const createUserAccess = (deps: Deps) => ({
  /** Sessions end and links that were mailed die; an enabled user starts afresh. */
  disable: async (viewer: Viewer, id: string): Outcome => {
    if (id === viewer.principal.userId) return notAllowed('Ask somebody else to disable you.');
    return deps.actOnUser(viewer, id, 'WRITE', async (tx, user): Promise<Settled> => {
      if (user.state === 'DISABLED') return wrongState('This user is disabled already.');
      // Links first: whoever sets a password right now is waited for, and undone by what follows.
      await deps.links.endAll(tx, id, deps.clock.now());
      await deps.users.update(tx, id, { state: 'DISABLED' });
      await deps.sessions.endAll(tx, id);
      await deps.auditUser(tx, viewer, 'disabled', user);
      return ok({ ...user, state: 'DISABLED' });
    });
  },

  /** Back to where the user was: active, or invited while there is no password yet. */
  enable: (viewer: Viewer, id: string): Outcome =>
    deps.actOnUser(viewer, id, 'WRITE', async (tx, user): Promise<Settled> => {
      if (user.state !== 'DISABLED') return wrongState('This user is not disabled.');
      const credentials = await deps.users.findCredentials(tx, { id });
      const state = credentials?.passwordHash ? 'ACTIVE' : 'INVITED';
      await deps.users.update(tx, id, { state });
      await deps.auditUser(tx, viewer, 'enabled', user);
      return ok({ ...user, state });
    }),

  /** Forgets wrong passwords, from whichever network they came. */
  unlock: (viewer: Viewer, id: string): Outcome =>
    deps.actOnUser(viewer, id, 'WRITE', async (tx, user): Promise<Settled> => {
      const address = parseEmailAddress(user.email);
      const emailKey = address.ok ? address.value.key : user.email;
      for (const place of placesOf(user)) {
        const account = accountLimitKey(place, emailKey);
        await deps.limits.clear('signInPerAccount', account);
        await deps.limits.clear('signInPerAccountAndNetwork', account);
      }
      await deps.auditUser(tx, viewer, 'unlocked', user);
      return ok(user);
    }),

  endSessions: (viewer: Viewer, id: string): Outcome =>
    deps.actOnUser(viewer, id, 'WRITE', async (tx, user): Promise<Settled> => {
      await deps.sessions.endAll(tx, id);
      await deps.auditUser(tx, viewer, 'sessions-ended', user);
      return ok(user);
    }),

  /** Mails a link; only the recipient can use it. */
  sendPasswordReset: (viewer: Viewer, http: HttpExchange, id: string): Outcome =>
    deps.actOnUser(viewer, id, 'WRITE', async (tx, user): Promise<Settled> => {
      if (user.state !== 'ACTIVE')
        return wrongState('Only an active user has a password to reset.');
      const host = await deps.linkHostOf(tx, user, http.host);
      if (host === null) return notAllowed(noDomainAdvice);
      await takeBudgetOf(deps.mailBudget, user, http);
      await deps.queueMail(tx, {
        template: 'reset-password',
        to: user.email,
        locale: user.locale,
        userId: user.id,
        variables: { host },
      });
      await deps.auditUser(tx, viewer, 'password-reset-sent', user);
      return ok(user);
    }),
});

export type UserAccess = ReturnType<typeof createUserAccess>;
