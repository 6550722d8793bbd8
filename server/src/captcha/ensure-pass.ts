import { createHash } from 'node:crypto';
import { addMs, minuteMs, type Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { InputFaults } from '../platform/input-fault.js';
import type { Log } from '../platform/log/log.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import { captchaFault, type CaptchaErrorCode } from './captcha-error.js';
import type { CaptchaPasses, PassHolder } from './captcha-passes.js';
import { refused } from './captcha-provider.js';
import type { CaptchaTokens, Judgement } from './judge-attempt.js';

/** One submit of the sign-up form, as far as the captcha goes. */
export interface CaptchaAttempt extends CaptchaTokens, PassHolder {
  readonly tenantId: string;
  /** False when the cookie was made for this very submit: nothing to look for then. */
  readonly mayHavePass: boolean;
}

/** Faults are at `input.captchaToken` or `input.fallbackToken`. */
export type EnsurePass = (
  attempt: CaptchaAttempt,
) => Promise<Result<void, InputFaults<CaptchaErrorCode>>>;

export interface EnsurePassDeps {
  readonly judge: (attempt: CaptchaAttempt) => Promise<Judgement>;
  readonly passes: CaptchaPasses;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

/** How long a solved captcha outlives a later fault of the submit (security rules, «Captcha»). */
const passLifetimeMs = 10 * minuteMs;

/**
 * Makes sure that the browser holds a pass: an earlier one, or one earned now.
 * The provider is asked between two short transactions, so that none waits for the network.
 */
export const createEnsurePass = (deps: EnsurePassDeps): EnsurePass => {
  const { judge, passes, transact, clock, log } = deps;

  const hasPass = (attempt: CaptchaAttempt): Promise<boolean> =>
    transact(attempt.tenantId, (tx) => passes.hasOpen(tx, attempt, clock.now()));

  const earnPass = (attempt: CaptchaAttempt, solution: string): Promise<boolean> =>
    transact(attempt.tenantId, async (tx) => {
      const now = clock.now();
      const recorded = await passes.record(tx, {
        id: newId(),
        selfRegistrationId: attempt.selfRegistrationId,
        cookieHash: attempt.cookieHash,
        tokenHash: createHash('sha256').update(solution).digest(),
        expiresAt: addMs(now, passLifetimeMs),
      });
      // A submit sent twice at once uses the pass that its twin has just earned.
      return recorded || passes.hasOpen(tx, attempt, now);
    });

  const settle = async (attempt: CaptchaAttempt): Promise<Judgement> => {
    const judgement = await judge(attempt);
    if (judgement.verdict.outcome !== 'passed') return judgement;
    const earned = await earnPass(attempt, judgement.verdict.solution);
    return earned ? judgement : { ...judgement, verdict: refused('replayed') };
  };

  return async (attempt) => {
    if (attempt.settings.provider === 'NONE') return ok(undefined);
    if (attempt.mayHavePass && (await hasPass(attempt))) return ok(undefined);
    const { field, verdict } = await settle(attempt);
    if (verdict.outcome === 'passed') return ok(undefined);
    const { tenantId, selfRegistrationId, settings } = attempt;
    const where = { tenantId, selfRegistrationId, provider: settings.provider };
    const level = verdict.outcome === 'unavailable' ? 'warn' : 'info';
    log[level]({ ...where, field, ...verdict }, 'captcha not passed');
    return captchaFault(field, verdict.outcome);
  };
};
