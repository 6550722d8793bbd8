import type { CaptchaProvider } from './captcha-provider.js';

/** A proof-of-work challenge for one visit of one page. */
export interface CaptchaChallenge {
  /** As the ALTCHA widget expects it: `parameters` and their `signature`. */
  readonly challenge: { readonly parameters: object; readonly signature: string };
  /** Until then it can be solved and handed in. */
  readonly expiresAt: Date;
}

/** A captcha that this server makes and checks alone, so that it is never away. */
export interface ProofOfWork extends CaptchaProvider {
  /** Good for the page with this id only. */
  createChallenge(selfRegistrationId: string): Promise<CaptchaChallenge>;
}
