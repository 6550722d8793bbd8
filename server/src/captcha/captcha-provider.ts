/** What a token is checked against, beside the provider's own word. */
export interface CaptchaContext {
  readonly selfRegistrationId: string;
  /** Host of the page's domain record: a hosted captcha must have been solved there. */
  readonly expectedHost: string;
  readonly remoteIp: string | null;
}

/** Why a token did not pass. Logged, never shown: it would help whoever tries to get around it. */
export type CaptchaRefusal =
  | 'oversized'
  | 'malformed'
  | 'forged'
  | 'wrong_solution'
  | 'expired'
  | 'expired_or_replayed'
  | 'replayed'
  | 'rejected_by_provider'
  | 'host_differs'
  | 'action_differs'
  | 'score_too_low';

/** Why a provider gave no verdict. Only `unreachable` opens the fallback. */
type CaptchaOutage = 'unreachable' | 'misconfigured';

/** The answer of every provider. Whatever is not a clear yes refuses. */
export type CaptchaVerdict =
  /** `solution` names what was solved; nobody may pass with it a second time. */
  | { readonly outcome: 'passed'; readonly solution: string }
  | { readonly outcome: 'required' }
  | { readonly outcome: 'failed'; readonly reason: CaptchaRefusal }
  /** `detail` is for the log: what the network or the provider said. */
  | { readonly outcome: 'unavailable'; readonly reason: CaptchaOutage; readonly detail: string };

/** One kind of captcha. Never throws for anything that a visitor or the network sends. */
export interface CaptchaProvider {
  verify(token: string, context: CaptchaContext): Promise<CaptchaVerdict>;
}

/** A captcha that somebody else's server decides about, which can be away. */
export interface HostedCaptchaProvider extends CaptchaProvider {
  /** For a visitor who has no token because the browser could load nothing to make one. */
  isReachable(): Promise<boolean>;
}

export const refused = (reason: CaptchaRefusal): CaptchaVerdict => ({ outcome: 'failed', reason });

/** Characters; ALTCHA's tokens have about 700, reCAPTCHA's up to some 3,000. */
const maxTokenLength = 8_192;

/** The verdict on a token that no provider needs to see, or null when it is worth a look. */
export const judgeTokenForm = (token: string): CaptchaVerdict | null => {
  if (token.trim() === '') return { outcome: 'required' };
  if (token.length > maxTokenLength) return refused('oversized');
  return /^[\x21-\x7e]+$/.test(token) ? null : refused('malformed');
};
