/** The kinds of captcha that a sign-up page can ask for. */
export type CaptchaProviderKind = 'ALTCHA' | 'RECAPTCHA_V2' | 'RECAPTCHA_V3' | 'NONE';

/** What happens to sign-ups while a hosted provider can't be reached. */
export type CaptchaFallback = 'REFUSE' | 'PROOF_OF_WORK';

/** The captcha of one self-registration, as stored with it. */
export interface CaptchaSettings {
  readonly provider: CaptchaProviderKind;
  /** Public key of a hosted provider; null for ALTCHA and NONE. */
  readonly siteKey: string | null;
  /** Secret key of a hosted provider, sealed; opened only to ask the provider. */
  readonly sealedSecretKey: string | null;
  /** reCAPTCHA v3 only: the action name that the provider's answer must repeat. */
  readonly action: string | null;
  /** reCAPTCHA v3 only: lowest score that passes, 0 to 1. */
  readonly scoreThreshold: number | null;
  readonly whenUnavailable: CaptchaFallback;
}

/** A new page starts with proof of work: no account, no other host, no secret. */
export const defaultCaptchaSettings: CaptchaSettings = {
  provider: 'ALTCHA',
  siteKey: null,
  sealedSecretKey: null,
  action: null,
  scoreThreshold: null,
  whenUnavailable: 'REFUSE',
};

/** Whether somebody else's server decides about the token. */
export const isHosted = (provider: CaptchaProviderKind): boolean =>
  provider === 'RECAPTCHA_V2' || provider === 'RECAPTCHA_V3';

/** Whether visitors of the page may, at some time, need a proof-of-work challenge. */
export const usesProofOfWork = ({ provider, whenUnavailable }: CaptchaSettings): boolean =>
  provider === 'ALTCHA' || (isHosted(provider) && whenUnavailable === 'PROOF_OF_WORK');
