import type { CaptchaContext, CaptchaVerdict, HostedCaptchaProvider } from './captcha-provider.js';
import type { CaptchaField } from './captcha-error.js';
import type { CaptchaSettings } from './captcha-settings.js';
import type { ProofOfWork } from './proof-of-work.js';

/** What a submit brings along for the captcha. */
export interface CaptchaTokens extends CaptchaContext {
  readonly settings: CaptchaSettings;
  readonly token: string | null;
  /** Proof of work, taken only while the hosted provider is out of reach. */
  readonly fallbackToken: string | null;
}

/** A verdict, and the field whose token it is about. */
export interface Judgement {
  readonly field: CaptchaField;
  readonly verdict: CaptchaVerdict;
}

/** Has a submit judged by the provider of its page; falls back where the page allows it. */
export const judgeAttempt = async (
  proofOfWork: ProofOfWork,
  hosted: HostedCaptchaProvider | null,
  attempt: CaptchaTokens,
): Promise<Judgement> => {
  const { settings, token, fallbackToken } = attempt;
  const verdict = await (hosted ?? proofOfWork).verify(token ?? '', attempt);
  if (hosted && settings.whenUnavailable === 'PROOF_OF_WORK' && (await isAway(hosted, verdict))) {
    return {
      field: 'fallbackToken',
      verdict: await proofOfWork.verify(fallbackToken ?? '', attempt),
    };
  }
  return { field: 'captchaToken', verdict };
};

/**
 * Asked anew without the visitor's token: a token made to upset the provider must not open the
 * easier way, and a visitor whose browser could load nothing has no token at all.
 */
const isAway = async (hosted: HostedCaptchaProvider, verdict: CaptchaVerdict): Promise<boolean> => {
  const suspected =
    verdict.outcome === 'required' ||
    (verdict.outcome === 'unavailable' && verdict.reason === 'unreachable');
  return suspected && !(await hosted.isReachable());
};
