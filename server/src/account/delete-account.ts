import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import { sessionCookie, type PasswordHasher } from '../identity/index.js';
import { rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { CloseAccount, ForgetPerson, Person } from './data-source.js';
import { requireOwnAccount } from './export-data.js';

export type DeleteAccountErrorCode = 'PASSWORD_WRONG' | 'HAS_CUSTOMERS';

interface Deps {
  readonly transact: Transact;
  readonly limits: RateLimits<LimitName>;
  readonly hasher: PasswordHasher;
  readonly findPasswordHash: (tx: Tx, userId: string) => Promise<string | null>;
  readonly forget: readonly ForgetPerson[];
  readonly closeAccount: CloseAccount;
  readonly recordAudit: RecordAudit;
}

type Deleted = Result<true, InputFaults<DeleteAccountErrorCode>>;

/**
 * A person deletes their account; the last one of a customer deletes the customer with all that it
 * owns. What remains is the proof of consents and the audit log.
 */
export const createDeleteAccount =
  (deps: Deps) =>
  async (person: Person, http: HttpExchange, password: string): Promise<Deleted> => {
    requireOwnAccount(person);
    const { user, actor } = person;
    const bucket = ['signInPerAccountAndNetwork', `delete ${user.id}`] as const;
    const wait = await deps.limits.take([bucket]);
    if (wait > 0) throw rateLimited(wait);
    const stored = await deps.transact(user.tenantId, (tx) => deps.findPasswordHash(tx, user.id));
    if (!(await deps.hasher.verify(stored, password))) {
      return failWith(inputFault('password', 'PASSWORD_WRONG', 'This is not your password.'));
    }
    const deleted = await deps.transact(user.tenantId, async (tx): Promise<Deleted> => {
      for (const forget of deps.forget) await forget(tx, person);
      if ((await deps.closeAccount(tx, person)) === 'has-customers') {
        const message =
          'Customers stand below yours, and you are the last to look after them: ask an administrator to move them first.';
        return failWith(inputFault('password', 'HAS_CUSTOMERS', message));
      }
      await deps.recordAudit(tx, actor, {
        action: 'user.deleted',
        entityType: 'USER',
        entityId: user.id,
        entityName: actor.name,
        before: { byThemselves: true },
      });
      return ok(true as const);
    });
    if (deleted.ok) http.clearCookie(sessionCookie);
    return deleted;
  };

export type DeleteAccount = ReturnType<typeof createDeleteAccount>;
