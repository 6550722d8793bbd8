import { addMs, hourMs, type Clock } from '../platform/clock.js';
import type { InputFaults } from '../platform/input-fault.js';
import type { Log } from '../platform/log/log.js';
import type { Result } from '../platform/result.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { CaptchaPasses, PassHolder } from './captcha-passes.js';
import { usesProofOfWork, type CaptchaSettings } from './captcha-settings.js';
import { createEnsurePass, type EnsurePass } from './ensure-pass.js';
import { hostedProviderOf, secretContext, type CaptchaOwner } from './hosted-provider.js';
import { judgeAttempt } from './judge-attempt.js';
import type { CaptchaPage } from './open-page.js';
import type { CaptchaChallenge, ProofOfWork } from './proof-of-work.js';
import {
  toCspSources,
  toSignUpCaptcha,
  type CaptchaCspSources,
  type SignUpCaptcha,
} from './sign-up-captcha.js';
import type { Siteverify } from './siteverify.js';
import {
  validateCaptchaSettings,
  type CaptchaSettingsErrorCode,
  type CaptchaSettingsInput,
} from './validate-settings.js';

/** What a captcha is put together from. */
export interface CaptchaParts {
  readonly proofOfWork: ProofOfWork;
  readonly siteverify: Siteverify;
  readonly passes: CaptchaPasses;
  readonly transact: Transact;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the operator has reCAPTCHA's script from, e.g. `https://www.google.com/recaptcha/api.js`. */
  readonly recaptchaScriptUrl: string;
}

/** Tells people from programs on a sign-up page. */
export interface Captcha {
  /** A challenge for a visitor of the page; null where no proof of work is in use. */
  challengeFor(page: CaptchaPage): Promise<CaptchaChallenge | null>;
  /**
   * After all fields are valid and before the transaction of `register`. The sign-up cookie must
   * reach the browser whatever comes of it, or the pass is lost to the person.
   */
  readonly ensurePass: EnsurePass;
  /** Inside the transaction of `register`. False: somebody else was faster, ask for a captcha. */
  consumePass(tx: Tx, page: CaptchaPage & PassHolder, now: Date): Promise<boolean>;
  /** Faults are below `input.captcha`. The owner's id goes into the seal: make it beforehand. */
  validateSettings(
    input: CaptchaSettingsInput,
    owner: CaptchaOwner,
    saved: CaptchaSettings | null,
  ): Result<CaptchaSettings, InputFaults<CaptchaSettingsErrorCode>>;
  publicSettings(settings: CaptchaSettings): SignUpCaptcha;
  cspSources(settings: CaptchaSettings): CaptchaCspSources;
  /** For a regular job, once per tenant; says how many rows went. */
  purgePasses(tx: Tx, now: Date): Promise<number>;
}

/** Past a pass's end, so that its row outlives every challenge that it could be earned with. */
const passMemoryMs = hourMs;

export const createCaptchaFromParts = (parts: CaptchaParts): Captcha => {
  const { proofOfWork, siteverify, passes, seal, recaptchaScriptUrl } = parts;
  return {
    challengeFor: async ({ selfRegistrationId, settings }) =>
      usesProofOfWork(settings) ? proofOfWork.createChallenge(selfRegistrationId) : null,

    ensurePass: createEnsurePass({
      ...parts,
      judge: (attempt) =>
        judgeAttempt(
          proofOfWork,
          hostedProviderOf(attempt.settings, attempt, seal, siteverify),
          attempt,
        ),
    }),

    consumePass: async (tx, page, now) =>
      page.settings.provider === 'NONE' || passes.consume(tx, page, now),

    validateSettings: (input, owner, saved) =>
      validateCaptchaSettings(input, saved, (secretKey) =>
        seal.seal(secretKey, secretContext(owner)),
      ),

    publicSettings: (settings) => toSignUpCaptcha(settings, recaptchaScriptUrl),
    cspSources: (settings) => toCspSources(settings, recaptchaScriptUrl),
    purgePasses: (tx, now) => passes.deleteExpiredBefore(tx, addMs(now, -passMemoryMs)),
  };
};
