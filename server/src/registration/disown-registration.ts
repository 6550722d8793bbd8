import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { Clock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { rateLimited } from '../platform/failures.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { ActivationProofRepository } from './activation-proof-repository.js';
import { createFindByLink, linkNotGood, type ActivateErrorCode } from './prove-address.js';
import type { PublicCall, SiteOfCall } from './public-call.js';
import type { RegistrationRepository } from './registration-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly siteOfCall: SiteOfCall;
  readonly registrations: RegistrationRepository;
  readonly proofs: ActivationProofRepository;
  readonly limits: RateLimits<LimitName>;
  readonly recordAudit: RecordAudit;
}

/**
 * «This wasn't me»: the owner of the address ends a registration that a stranger made. The typed
 * address keeps a mail scanner that presses every button from ending it.
 */
export const createDisownRegistration = (deps: Deps) => {
  const findByLink = createFindByLink(deps);
  return async (
    call: PublicCall,
    domain: string | null | undefined,
    input: { readonly secret: string; readonly email: string },
  ): Promise<Result<true, InputFaults<ActivateErrorCode>>> => {
    const { tenantId } = await deps.siteOfCall(call, domain);
    const { http } = call;
    const wait = await deps.limits.take([['activatePerNetwork', `${tenantId} ${http.network}`]]);
    if (wait > 0) throw rateLimited(wait);
    const found = await findByLink(tenantId, input.secret);
    if (!found) return linkNotGood();
    const { registration } = found;
    const address = parseEmailAddress(input.email);
    if (!address.ok || address.value.key !== registration.emailKey) {
      const message = 'Enter the e-mail address to which the mail was sent.';
      return failWith(inputFault('email', 'EMAIL_DIFFERS', message));
    }
    return deps.transact(tenantId, async (tx) => {
      if (!(await deps.registrations.reject(tx, registration.id, 'DISOWNED'))) return linkNotGood();
      await deps.recordAudit(
        tx,
        { kind: 'REGISTRANT', id: null, name: registration.email, ip: http.ip },
        {
          action: 'registration.disowned',
          entityType: 'REGISTRATION',
          entityId: registration.id,
          entityName: registration.email,
        },
      );
      return ok(true as const);
    });
  };
};

export type DisownRegistration = ReturnType<typeof createDisownRegistration>;
