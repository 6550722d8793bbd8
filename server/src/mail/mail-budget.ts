import type { LimitName } from '../config/limits.js';
import { rateLimited, RequestFailure } from '../platform/failures.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';

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
  /** Looks only: a call that fails later must not use up somebody's budget. @throws RATE_LIMITED */
  check(recipient: MailRecipient): Promise<void>;
  /** @throws RATE_LIMITED, with the seconds to wait */
  take(recipient: MailRecipient): Promise<void>;
  /** Takes like {@link take}. @returns the seconds to wait instead, 0 when there was some left */
  askFor(recipient: MailRecipient): Promise<number>;
}

export const createMailBudget = (limits: RateLimits<LimitName>): MailBudget => {
  /** What belongs to the network alone comes first. */
  const buckets = ({ tenantId, limitKey, network }: MailRecipient) => {
    const recipient = `${tenantId} ${limitKey}`;
    return [
      ['mailPerNetwork', `${recipient} ${network}`],
      ['mailPerMinute', recipient],
      ['mailPerHour', recipient],
    ] as const;
  };
  const check: MailBudget['check'] = async (recipient) => {
    const waits = await Promise.all(
      buckets(recipient).map(([name, key]) => limits.wait(name, key)),
    );
    const wait = Math.max(...waits);
    if (wait > 0) throw rateLimited(wait);
  };
  const take: MailBudget['take'] = async (recipient) => {
    await check(recipient);
    // One after the other: what a network asks for beyond its part costs the recipient nothing,
    // and what the recipient can't get costs the network nothing.
    const taken: ReturnType<typeof buckets>[number][] = [];
    for (const bucket of buckets(recipient)) {
      const wait = await limits.take([bucket]);
      if (wait > 0) {
        await limits.giveBack(taken);
        throw rateLimited(wait);
      }
      taken.push(bucket);
    }
  };
  return {
    check,
    take,
    askFor: (recipient) =>
      take(recipient).then(
        () => 0,
        (error: unknown) => {
          if (error instanceof RequestFailure && error.retryAfter) return error.retryAfter;
          throw error;
        },
      ),
  };
};
