import type { LimitName } from '../config/limits.js';
import { parseEmailOnly, type EmailOnlyErrorCode } from '../identity/index.js';
import type { MailBudget, QueueMail } from '../mail/index.js';
import { rateLimited } from '../platform/failures.js';
import type { InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { supportedLocale } from '../platform/locale/locale.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { PublicCall, SiteOfCall } from './public-call.js';
import type { RegistrationRepository } from './registration-repository.js';
import { signUpCookieHash } from './sign-up-cookie.js';

interface Deps {
  readonly transact: Transact;
  readonly siteOfCall: SiteOfCall;
  readonly registrations: RegistrationRepository;
  readonly limits: RateLimits<LimitName>;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
}

/** Queues one mail for every address, whether or not a registration waits there; the page may be off. */
export const createResendActivation =
  (deps: Deps) =>
  async (
    call: PublicCall,
    domain: string | null | undefined,
    input: { readonly email: string; readonly locale?: string | null },
  ): Promise<Result<true, InputFaults<EmailOnlyErrorCode>>> => {
    const { tenantId, host } = await deps.siteOfCall(call, domain);
    const { http } = call;
    const address = parseEmailOnly(input.email);
    if (!address.ok) return address;
    const { asTyped, key, limitKey } = address.value;
    const busy = await deps.limits.take([['resendPerNetwork', `${tenantId} ${http.network}`]]);
    if (busy > 0) throw rateLimited(busy);
    await deps.mailBudget.take({ tenantId, limitKey, network: http.network });
    await deps.transact(tenantId, async (tx) => {
      const pending = await deps.registrations.findPendingByEmail(tx, key, signUpCookieHash(http));
      await deps.queueMail(tx, {
        template: 'activation',
        to: pending?.email ?? asTyped,
        locale: supportedLocale(input.locale, pending?.locale),
        registrationId: pending?.id ?? null,
        variables: { host },
      });
    });
    return ok(true);
  };

export type ResendActivation = ReturnType<typeof createResendActivation>;
