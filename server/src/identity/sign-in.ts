import type { RecordAudit } from '../audit/index.js';
import type { Site } from '../domains/index.js';
import type { LimitName } from '../config/limits.js';
import type { Clock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import { mayUseSite } from './authenticate.js';
import type { TellOfLock } from './account-locked-mail.js';
import type { PasswordHasher } from './password-hasher.js';
import type { StartedSession, StartSession } from './start-session.js';
import type { Credentials, FindAdministrator, UserRepository } from './user-repository.js';
import { nameOf } from './user.js';

export type SignInErrorCode = 'REQUIRED' | 'WRONG_CREDENTIALS';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly users: UserRepository;
  readonly findAdministrator: FindAdministrator;
  readonly hasher: PasswordHasher;
  readonly limits: RateLimits<LimitName>;
  readonly startSession: StartSession;
  readonly recordAudit: RecordAudit;
  readonly tellOfLock: TellOfLock;
}

/** A tenant that does not exist: nobody is found behind its wall, in the same time. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** For what is no address: looked up all the same, and nobody has it. */
const nobodysKey = '';

/** The same words for a wrong address, a wrong password, and an account that is not ready. */
const wrongCredentials = () =>
  failWith(
    inputFault(
      'password',
      'WRONG_CREDENTIALS',
      'Wrong address or password. If you have just signed up, confirm your e-mail first.',
    ),
  );

/** Where administrators of all tenants sign in. */
export const consoleAccounts = 'console';

/** Keys of the limits of one account: of the input, whether or not an account exists. */
export const accountLimitKey = (tenantIdOrConsole: string, emailKey: string): string =>
  `${tenantIdOrConsole} ${emailKey}`;

/** Signing in with address and password; one answer for everything that is not right. */
export const createSignIn = (deps: Deps) => {
  const findCredentials = async (site: Site, emailKey: string): Promise<Credentials | null> => {
    if (site.kind === 'tenant') {
      return deps.transact(site.tenantId, (tx) => deps.users.findCredentials(tx, { emailKey }));
    }
    const administrator = await deps.findAdministrator(emailKey);
    return deps.transact(administrator?.tenantId ?? nowhere, (tx) =>
      deps.users.findCredentials(tx, { id: administrator?.userId ?? nowhere }),
    );
  };

  return async (
    site: Site,
    http: HttpExchange,
    input: { readonly email: string; readonly password: string },
  ): Promise<Result<StartedSession, InputFaults<SignInErrorCode>>> => {
    const missing = (['email', 'password'] as const).filter((field) => input[field].trim() === '');
    if (missing.length > 0) {
      return failWith(...missing.map((field) => inputFault(field, 'REQUIRED', 'Fill this in.')));
    }
    const address = parseEmailAddress(input.email);
    const account = accountLimitKey(
      site.kind === 'tenant' ? site.tenantId : consoleAccounts,
      address.ok ? address.value.key : input.email.slice(0, 254),
    );
    const accountHere = [account, http.network];
    // Taken before the password is looked at: many guesses at once are no more than one by one.
    const wait =
      (await deps.limits.take([['signInPerNetwork', http.network]])) ||
      (await deps.limits.take([['signInPerAccountAndNetwork', accountHere]])) ||
      (await deps.limits.wait([['signInPerAccount', account]]));
    if (wait > 0) throw rateLimited(wait);

    const found = await findCredentials(site, address.ok ? address.value.key : nobodysKey);
    const matches = await deps.hasher
      .verify(found?.passwordHash ?? null, input.password)
      .catch(async (busy: unknown) => {
        await deps.limits.giveBack([['signInPerAccountAndNetwork', accountHere]]);
        throw busy;
      });
    const usable = found?.user.state === 'ACTIVE' && found.tenantActive;
    if (!matches || !found || !usable || !mayUseSite(site, found.user, false)) {
      await deps.limits.take([['signInPerAccount', account]]);
      const locked = await deps.limits.wait([
        ['signInPerAccountAndNetwork', accountHere],
        ['signInPerAccount', account],
      ]);
      if (locked > 0 && address.ok) await deps.tellOfLock(site, http, address.value, account);
      return wrongCredentials();
    }
    await deps.limits.clear('signInPerAccountAndNetwork', accountHere);

    const { user, passwordHash } = found;
    const upgraded =
      passwordHash !== null && deps.hasher.isOutdated(passwordHash)
        ? { passwordHash: await deps.hasher.hash(input.password) }
        : {};
    return deps.transact(user.tenantId, async (tx) => {
      await deps.users.update(tx, user.id, { lastSignInAt: deps.clock.now(), ...upgraded });
      await deps.recordAudit(
        tx,
        { kind: 'USER', id: user.id, name: nameOf(user), ip: http.ip },
        {
          action: 'user.signed-in',
          entityType: 'USER',
          entityId: user.id,
          entityName: nameOf(user),
        },
      );
      return ok(await deps.startSession(tx, user, http));
    });
  };
};

export type SignIn = ReturnType<typeof createSignIn>;
