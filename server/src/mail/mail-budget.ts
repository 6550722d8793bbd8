import type { LimitName } from '../config/limits.js';
import { rateLimited } from '../platform/failures.js';
import type { Buckets, RateLimits } from '../platform/limits/rate-limits.js';

export interface MailRecipient {
  readonly tenantId: string;
  /** The coarse key of the address. */
  readonly limitKey: string;
  /** Who causes the mail; one network may use a part of the budget only. */
  readonly network: string;
}

/**
 * How many mails one recipient gets. The answer is the same for every address, whoever has an
 * account (security rules, «Limits»).
 */
export interface MailBudget {
  /** What a mail to them takes from, for a look at it beside other limits. */
  bucketsOf(recipient: MailRecipient): Buckets<LimitName>;
  /** Looks only: a call that fails later must not use up somebody's budget. @throws RATE_LIMITED */
  check(recipient: MailRecipient): Promise<void>;
  /** @throws RATE_LIMITED, with the seconds to wait */
  take(recipient: MailRecipient): Promise<void>;
  /** Takes like {@link take}. @returns the seconds to wait instead, 0 when there was some left */
  askFor(recipient: MailRecipient): Promise<number>;
}

export const createMailBudget = (limits: RateLimits<LimitName>): MailBudget => {
  const bucketsOf: MailBudget['bucketsOf'] = ({ tenantId, limitKey, network }) => {
    const recipient = `${tenantId} ${limitKey}`;
    return [
      ['mailPerNetwork', `${recipient} ${network}`],
      ['mailPerMinute', recipient],
      ['mailPerHour', recipient],
    ];
  };
  // All or none: what a network asks for beyond its part costs the recipient nothing, and what the
  // recipient can't get costs the network nothing.
  const askFor: MailBudget['askFor'] = (recipient) => limits.take(bucketsOf(recipient));
  const orRefuse = (wait: number): void => {
    if (wait > 0) throw rateLimited(wait);
  };
  return {
    bucketsOf,
    check: async (recipient) => orRefuse(await limits.wait(bucketsOf(recipient))),
    take: async (recipient) => orRefuse(await askFor(recipient)),
    askFor,
  };
};
