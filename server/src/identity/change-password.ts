import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import { rateLimited } from '../platform/failures.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import type { Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import type { SignedIn } from './authenticate.js';
import type { EmailChangeRepository } from './email-change.js';
import type { PasswordHasher } from './password-hasher.js';
import type { PasswordLinkRepository } from './password-link.js';
import type { PasswordErrorCode, PasswordPolicy } from './password-policy.js';
import type { SessionRepository } from './session-repository.js';
import type { UserRepository } from './user-repository.js';

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
  readonly recordAudit: RecordAudit;
}

/** Asks for the old password; every other session of the person ends. */
export const createChangePassword =
  (deps: Deps) =>
  async (
    viewer: SignedIn,
    input: { readonly currentPassword: string; readonly newPassword: string },
  ): Promise<Result<true, InputFaults<PasswordErrorCode>>> => {
    const { user } = viewer;
    const wait = await deps.limits.take([['signInPerAccountAndNetwork', `change ${user.id}`]]);
    if (wait > 0) throw rateLimited(wait);
    const faults = await deps.policy.faults(user.tenantId, 'newPassword', input.newPassword, {
      email: user.email,
      names: [user.firstName, user.lastName],
    });
    const stored = await deps.transact(user.tenantId, (tx) =>
      deps.users.findCredentials(tx, { id: user.id }),
    );
    if (!(await deps.hasher.verify(stored?.passwordHash ?? null, input.currentPassword))) {
      return failWith(
        ...faults,
        inputFault('currentPassword', 'PASSWORD_WRONG', 'This is not your current password.'),
      );
    }
    if (faults.length > 0) return failWith(...faults);
    await deps.limits.clear('signInPerAccountAndNetwork', `change ${user.id}`);
    const passwordHash = await deps.hasher.hash(input.newPassword);
    return deps.transact(user.tenantId, async (tx) => {
      await deps.users.update(tx, user.id, { passwordHash });
      await deps.links.endAll(tx, user.id, deps.clock.now());
      await deps.emailChanges.endAll(tx, user.id);
      await deps.sessions.endAll(tx, user.id, viewer.session.id);
      await deps.recordAudit(tx, viewer.actor, {
        action: 'user.password-changed',
        entityType: 'USER',
        entityId: user.id,
        entityName: viewer.actor.name,
      });
      return ok(true as const);
    });
  };

export type ChangePassword = ReturnType<typeof createChangePassword>;
