import type { StartedSession, StartSession } from '../identity/index.js';
import type { Clock } from '../platform/clock.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import type { InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { needsApproval, type ConfirmAddress } from './confirm-address.js';
import type { OpenAccount } from './open-account.js';
import type { PageOf } from './page-of.js';
import { linkNotGood, type ActivateErrorCode, type ProveAddress } from './prove-address.js';
import type { OpenRegistration } from './registration.js';
import type { PublicCall, SiteOfCall } from './public-call.js';
import type { RegistrationRepository } from './registration-repository.js';
import { takeSignUpCookie } from './sign-up-cookie.js';

export interface ActivateInput {
  readonly secret?: string | null;
  readonly code?: string | null;
  readonly password?: string | null;
}

/** The session of the new account, or null while an administrator has to decide. */
export type Activation = Result<StartedSession | null, InputFaults<ActivateErrorCode>>;

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly siteOfCall: SiteOfCall;
  readonly proveAddress: ProveAddress;
  readonly registrations: Pick<RegistrationRepository, 'activate'>;
  readonly pageOf: PageOf;
  readonly confirmAddress: ConfirmAddress;
  readonly openAccount: OpenAccount;
  readonly startSession: StartSession;
}

/** Makes the account in one transaction (product, step 6) and signs in, or lets it wait (step 7). */
export const createActivate = (deps: Deps) => {
  const { pageOf, confirmAddress, openAccount } = deps;

  const activateIn = async (
    tx: Tx,
    proven: OpenRegistration,
    http: HttpExchange,
  ): Promise<Activation> => {
    const page = await pageOf(tx, proven);
    if (needsApproval(proven, page)) {
      return (await confirmAddress(tx, proven, page, http.ip)) ? ok(null) : linkNotGood();
    }
    const registration = await deps.registrations.activate(tx, proven, 'PENDING', deps.clock.now());
    if (!registration) return linkNotGood();
    const user = await openAccount(tx, registration, page, {
      action: 'registration.activated',
      mail: 'account-activated',
      actor: null,
      ip: http.ip,
      decision: null,
    });
    return user ? ok(await deps.startSession(tx, user, http)) : linkNotGood();
  };

  return async (
    call: PublicCall,
    domain: string | null | undefined,
    input: ActivateInput,
  ): Promise<Activation> => {
    const { tenantId } = await deps.siteOfCall(call, domain);
    const { http } = call;
    const proven = await deps.proveAddress(tenantId, http, input);
    if (!proven.ok) return proven;
    const activated = await deps.transact(tenantId, (tx) => activateIn(tx, proven.value, http));
    // Who waits keeps the cookie, by which the link still says so after a reload.
    if (activated.ok && activated.value) takeSignUpCookie(http);
    return activated;
  };
};

export type Activate = ReturnType<typeof createActivate>;
