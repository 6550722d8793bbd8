import type { LimitName } from '../config/limits.js';
import type { PasswordHasher } from '../identity/index.js';
import type { Clock } from '../platform/clock.js';
import { rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import { equalHashes, hashCode, hashSecret, splitTenant } from '../platform/secrets.js';
import type { Transact } from '../platform/transaction.js';
import type { ActivationProofRepository } from './activation-proof-repository.js';
import { codeTries, passwordTries, type OpenRegistration } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';
import { signUpCookieHash } from './sign-up-cookie.js';

export type ActivateErrorCode =
  | 'LINK_NOT_GOOD'
  | 'CODE_NOT_GOOD'
  | 'PASSWORD_REQUIRED'
  | 'PASSWORD_WRONG'
  | 'REQUIRED'
  | 'EMAIL_DIFFERS';

type Outcome = Result<OpenRegistration, InputFaults<ActivateErrorCode>>;

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly proofs: ActivationProofRepository;
  readonly hasher: PasswordHasher;
  readonly limits: RateLimits<LimitName>;
  readonly codeKey: Buffer;
}

/** Wrong, expired, used and never issued are one answer. */
export const linkNotGood = () =>
  failWith(
    inputFault('secret', 'LINK_NOT_GOOD', 'This link is no longer good. Ask for a new one.'),
  );

const codeNotGood = () =>
  failWith(
    inputFault('code', 'CODE_NOT_GOOD', 'This code is not good. Use the newest mail, or its link.'),
  );

/** Finds the registration behind the secret of a mailed link. */
export const createFindByLink =
  ({
    transact,
    clock,
    registrations,
    proofs,
  }: Pick<Deps, 'transact' | 'clock' | 'registrations' | 'proofs'>) =>
  async (tenantId: string, secret: string) => {
    const parts = splitTenant(secret);
    if (parts?.tenantId !== tenantId) return null;
    return transact(tenantId, async (tx) => {
      const linkHash = hashSecret(parts.secret);
      const proof = await proofs.findByLink(tx, linkHash, clock.now(), passwordTries);
      const registration = proof && (await registrations.findOpen(tx, proof.registrationId));
      return proof && registration ? { proof, registration } : null;
    });
  };

/**
 * Whether the caller may activate a registration: by link or code in the browser that signed up,
 * by link and password anywhere else. Nothing changes but the tries that are used up.
 */
export const createProveAddress = (deps: Deps) => {
  const findByLink = createFindByLink(deps);

  const byLink = async (
    tenantId: string,
    cookieHash: Buffer | null,
    secret: string,
    password: string | null,
  ): Promise<Outcome> => {
    const found = await findByLink(tenantId, secret);
    if (!found) return linkNotGood();
    const { proof, registration } = found;
    if (cookieHash && equalHashes(cookieHash, registration.cookieHash)) return ok(registration);
    if (password === null || password === '') {
      const message = 'Enter the password that you chose when you signed up.';
      return failWith(inputFault('password', 'PASSWORD_REQUIRED', message));
    }
    const mayTry = await deps.transact(tenantId, (tx) =>
      deps.proofs.takePasswordTry(tx, proof.id, passwordTries),
    );
    if (!mayTry) return linkNotGood();
    const isRight = await deps.hasher
      .verify(registration.passwordHash, password)
      .catch(async (busy: unknown) => {
        await deps.transact(tenantId, (tx) => deps.proofs.giveBackPasswordTry(tx, proof.id));
        throw busy;
      });
    if (isRight) return ok(registration);
    const message = 'This is not the password that was chosen at sign-up.';
    return failWith(inputFault('password', 'PASSWORD_WRONG', message));
  };

  /**
   * The newest registration of the browser counts, and costs its tries, also when it has ended: an
   * older one that works again would tell that the newest one's address has an account.
   */
  const byCode = async (
    tenantId: string,
    cookieHash: Buffer | null,
    code: string,
  ): Promise<Outcome> => {
    const registration =
      cookieHash &&
      (await deps.transact(tenantId, (tx) =>
        deps.registrations.findNewestByCookie(tx, cookieHash),
      ));
    if (!registration) return codeNotGood();
    const { id, emailKey, state } = registration;
    const wait = await deps.limits.take([['codePerAddress', `${tenantId} ${emailKey}`]]);
    if (wait > 0) return codeNotGood();
    const mayTry = await deps.transact(tenantId, (tx) =>
      deps.registrations.takeCodeTry(tx, id, codeTries),
    );
    if (!mayTry) return codeNotGood();
    const codeHash = hashCode(deps.codeKey, code.replace(/\s/g, ''), id);
    const isGood = await deps.transact(tenantId, (tx) =>
      deps.proofs.hasCode(tx, id, codeHash, deps.clock.now()),
    );
    const isOpen = state === 'PENDING' || state === 'WAITING';
    return isGood && isOpen ? ok(registration) : codeNotGood();
  };

  return async (
    tenantId: string,
    http: HttpExchange,
    input: { secret?: string | null; code?: string | null; password?: string | null },
  ): Promise<Outcome> => {
    const wait = await deps.limits.take([['activatePerNetwork', `${tenantId} ${http.network}`]]);
    if (wait > 0) throw rateLimited(wait);
    const cookieHash = signUpCookieHash(http);
    if (input.secret) return byLink(tenantId, cookieHash, input.secret, input.password ?? null);
    if (input.code) return byCode(tenantId, cookieHash, input.code);
    return failWith(
      inputFault('code', 'REQUIRED', 'Enter the code of the mail, or open its link.'),
    );
  };
};

export type ProveAddress = ReturnType<typeof createProveAddress>;
