import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { Site } from '../domains/index.js';
import type { QueueMail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import { rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { supportedLocale } from '../platform/locale/locale.js';
import { ok, type Result } from '../platform/result.js';
import { hashSecret, splitTenant } from '../platform/secrets.js';
import type { Transact } from '../platform/transaction.js';
import { mayUseSite } from './authenticate.js';
import type { PasswordErrorCode, PasswordPolicy } from './password-policy.js';
import type { EmailChangeRepository } from './email-change.js';
import type { PasswordHasher } from './password-hasher.js';
import type { PasswordLinkRepository } from './password-link.js';
import { parsePersonName } from './person-name.js';
import type { SessionRepository } from './session-repository.js';
import type { StartedSession, StartSession } from './start-session.js';
import type { UserRepository } from './user-repository.js';
import { nameOf } from './user.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly links: PasswordLinkRepository;
  readonly emailChanges: EmailChangeRepository;
  readonly hasher: PasswordHasher;
  readonly policy: PasswordPolicy;
  readonly limits: RateLimits<LimitName>;
  readonly startSession: StartSession;
  readonly queueMail: QueueMail;
  readonly recordAudit: RecordAudit;
}

export interface SetPasswordInput {
  readonly secret: string;
  readonly password: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

type Outcome = Result<StartedSession, InputFaults<PasswordErrorCode>>;

/** Wrong, expired, used and never issued are one answer. */
export const linkNotGood = () =>
  failWith(
    inputFault('secret', 'LINK_NOT_GOOD', 'This link is no longer good. Ask for a new one.'),
  );

/** Sets a password by the one-time link of a reset or an invitation, and signs in. */
export const createSetPassword =
  (deps: Deps) =>
  async (site: Site, http: HttpExchange, input: SetPasswordInput): Promise<Outcome> => {
    const wait = await deps.limits.take([['linkPerNetwork', http.network]]);
    if (wait > 0) throw rateLimited(wait);
    const parts = splitTenant(input.secret);
    if (!parts) return linkNotGood();
    const names = parsePersonName(input);
    const secretHash = hashSecret(parts.secret);

    const found = await deps.transact(parts.tenantId, async (tx) => {
      const link = await deps.links.peek(tx, secretHash, deps.clock.now());
      const credentials = link && (await deps.users.findCredentials(tx, { id: link.userId }));
      return link && credentials ? { link, ...credentials } : null;
    });
    if (!found?.tenantActive || found.user.state === 'DISABLED') return linkNotGood();
    if (!mayUseSite(site, found.user, false)) return linkNotGood();
    const { link, user } = found;

    const owner = {
      email: user.email,
      names: [input.firstName ?? user.firstName, input.lastName ?? user.lastName],
    };
    const faults = [
      ...names.faults,
      ...(await deps.policy.faults(user.tenantId, 'password', input.password, owner)),
    ];
    if (faults.length > 0) return failWith(...faults);

    const passwordHash = await deps.hasher.hash(input.password);
    return deps.transact(user.tenantId, async (tx): Promise<Outcome> => {
      const now = deps.clock.now();
      if (!(await deps.links.use(tx, link.id, now))) return linkNotGood();
      const named = link.purpose === 'INVITATION' ? names.given : {};
      const changes = { ...named, passwordHash, state: 'ACTIVE', lastSignInAt: now } as const;
      if (!(await deps.users.update(tx, user.id, changes))) return linkNotGood();
      await deps.links.endAll(tx, user.id, now);
      await deps.emailChanges.endAll(tx, user.id);
      await deps.sessions.endAll(tx, user.id);
      if (link.purpose === 'RESET') {
        await deps.queueMail(tx, {
          template: 'password-was-reset',
          to: user.email,
          locale: supportedLocale(user.locale),
          userId: user.id,
          variables: { host: site.host },
        });
      }
      const name = nameOf({ ...user, ...named });
      await deps.recordAudit(
        tx,
        { kind: 'USER', id: user.id, name, ip: http.ip },
        {
          action: link.purpose === 'RESET' ? 'user.password-reset' : 'user.invitation-accepted',
          entityType: 'USER',
          entityId: user.id,
          entityName: name,
        },
      );
      return ok(await deps.startSession(tx, user, http));
    });
  };

export type SetPassword = ReturnType<typeof createSetPassword>;
