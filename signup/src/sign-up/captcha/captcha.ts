import type { Operations } from '../../api/operations.js';
import type { SignUpCaptcha } from '../../page-config.js';

/** How far the check is: `waiting` is for the person, `unavailable` for a retry. */
export type CaptchaStatus = 'idle' | 'working' | 'waiting' | 'solved' | 'unavailable';

/** The providers that do something; without one there is nothing to load. */
export type CaptchaProvider = Exclude<SignUpCaptcha['provider'], 'NONE'>;

/** One kind of captcha, loaded and started. */
export interface Captcha {
  /** Whether it can make a further token without the person. */
  automatic: boolean;
  /** The token to send; `null` while the person has to act first. Rejects when none can be made. */
  token(): Promise<string | null>;
  /** Forgets the token: it is used up, or was refused. */
  discard(): void;
}

/** What a captcha is given to start with. */
export interface CaptchaContext {
  settings: SignUpCaptcha;
  /** Where a widget draws itself. */
  slot: HTMLElement;
  locale: string;
  challenge: Operations['captchaChallenge'];
  onStatus(status: CaptchaStatus): void;
}

/** Loads the provider's own code, then starts it. Rejects when it can't be loaded. */
export async function startCaptcha(
  provider: CaptchaProvider,
  context: CaptchaContext,
): Promise<Captcha> {
  switch (provider) {
    case 'ALTCHA':
      return (await import('./altcha.js')).startAltcha(context);
    case 'RECAPTCHA_V2':
      return (await import('./recaptcha-v2.js')).startRecaptchaV2(context);
    case 'RECAPTCHA_V3':
      return (await import('./recaptcha-v3.js')).startRecaptchaV3(context);
  }
}
