import type { LimitName } from '../config/limits.js';
import { rateLimited } from '../platform/failures.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';

/**
 * Takes one mail from the recipient's budget before anything is written; the answer is the same
 * for every address, whoever has an account (security rules, «Limits»).
 */
export type TakeMailBudget = (recipient: {
  readonly tenantId: string;
  /** The coarse key of the address. */
  readonly limitKey: string;
  /** Who caused it; one network may use a part of the budget only. */
  readonly network: string;
}) => Promise<void>;

/** @throws RATE_LIMITED, with the seconds to wait */
export const createTakeMailBudget =
  (limits: RateLimits<LimitName>): TakeMailBudget =>
  async ({ tenantId, limitKey, network }) => {
    const recipient = `${tenantId} ${limitKey}`;
    const wait = await limits.take([
      ['mailPerMinute', recipient],
      ['mailPerHour', recipient],
      ['mailPerNetwork', `${recipient} ${network}`],
    ]);
    if (wait > 0) throw rateLimited(wait);
  };
