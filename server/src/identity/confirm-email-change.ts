import type { Site } from '../domains/index.js';
import { rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import { hashSecret, splitTenant } from '../platform/secrets.js';
import { mayUseSite, type SignedIn } from './authenticate.js';
import type { PasswordLinkRepository } from './password-link.js';
import {
  createIsOwnPassword,
  type EmailChangeDeps,
  type EmailChangeErrorCode,
} from './request-email-change.js';
import { linkNotGood } from './set-password.js';
import { nameOf } from './user.js';

interface Deps extends EmailChangeDeps {
  readonly links: PasswordLinkRepository;
}

/** The new address. */
type Outcome = Result<string, InputFaults<EmailChangeErrorCode>>;

const passwordFault = (typed: string | null | undefined) =>
  typed
    ? failWith(inputFault('password', 'PASSWORD_WRONG', 'This is not the password of the account.'))
    : failWith(
        inputFault('password', 'PASSWORD_REQUIRED', 'Enter the password of the account here.'),
      );

/** Thrown to undo the transaction. */
class AddressTaken extends Error {}

/**
 * Moves the account to the address whose mailbox the link came from. The person signed in there
 * says so by using it; in any other browser the password does, so that nobody who reads a mailbox
 * by accident, and no scanner of mails, takes an account over.
 */
export const createConfirmEmailChange = (deps: Deps) => {
  const isOwnPassword = createIsOwnPassword(deps);

  return async (
    site: Site,
    http: HttpExchange,
    person: SignedIn | null,
    input: { readonly secret: string; readonly password?: string | null },
  ): Promise<Outcome> => {
    const wait = await deps.limits.take([['linkPerNetwork', http.network]]);
    if (wait > 0) throw rateLimited(wait);
    const parts = splitTenant(input.secret);
    if (!parts) return linkNotGood();
    const { tenantId } = parts;
    const found = await deps.transact(tenantId, async (tx) => {
      const change = await deps.emailChanges.peek(tx, hashSecret(parts.secret), deps.clock.now());
      const owner = change && (await deps.users.findCredentials(tx, { id: change.userId }));
      return change && owner ? { change, ...owner } : null;
    });
    if (!found?.tenantActive || found.user.state !== 'ACTIVE') return linkNotGood();
    const { change, user } = found;
    if (!mayUseSite(site, user, false)) return linkNotGood();
    const isHere = person?.user.id === user.id && person.session.parent === null;
    if (!isHere) {
      const typed = input.password;
      if (!typed || !(await isOwnPassword(tenantId, user.id, typed))) return passwordFault(typed);
    }

    return deps
      .transact(tenantId, async (tx): Promise<Outcome> => {
        if (!(await deps.emailChanges.use(tx, change.id, deps.clock.now()))) return linkNotGood();
        const { email, emailKey } = change;
        if (!(await deps.users.update(tx, user.id, { email, emailKey }))) throw new AddressTaken();
        // What was mailed to the old address must not set a password any more.
        await deps.links.endAll(tx, user.id, deps.clock.now());
        await deps.queueMail(tx, {
          template: 'address-changed',
          to: user.email,
          locale: user.locale,
          userId: user.id,
          variables: { host: site.kind === 'unknown' ? '' : site.host },
        });
        await deps.recordAudit(
          tx,
          { kind: 'USER', id: user.id, name: nameOf({ ...user, email }), ip: http.ip },
          {
            action: 'user.email-changed',
            entityType: 'USER',
            entityId: user.id,
            entityName: nameOf({ ...user, email }),
            before: { email: user.email },
            after: { email },
          },
        );
        return ok(email);
      })
      .catch((error: unknown) => {
        if (!(error instanceof AddressTaken)) throw error;
        const advice = 'Another account has this address in the meantime: choose another one.';
        return failWith(inputFault('secret', 'EMAIL_UNAVAILABLE', advice));
      });
  };
};

export type ConfirmEmailChange = ReturnType<typeof createConfirmEmailChange>;
