import type {
  CaptchaFallback,
  CaptchaProvider,
  CreateSelfRegistrationInput,
  SelfRegistrationFieldsFragment,
} from '../generated/graphql';
import type { Faults } from './faults';

export interface CaptchaForm {
  provider: CaptchaProvider;
  siteKey: string;
  /** What was typed; the saved one never comes back from the API. */
  secretKey: string;
  action: string;
  scoreThreshold: number;
  whenUnavailable: CaptchaFallback;
  acceptNone: boolean;
}

export function newCaptchaForm(): CaptchaForm {
  return {
    provider: 'ALTCHA',
    siteKey: '',
    secretKey: '',
    action: 'signup',
    scoreThreshold: 0.5,
    whenUnavailable: 'REFUSE',
    acceptNone: false,
  };
}

export function toCaptchaForm(saved: SelfRegistrationFieldsFragment['captcha']): CaptchaForm {
  return {
    provider: saved.provider,
    siteKey: saved.siteKey ?? '',
    secretKey: '',
    action: saved.action ?? 'signup',
    scoreThreshold: saved.scoreThreshold ?? 0.5,
    whenUnavailable: saved.whenUnavailable,
    acceptNone: saved.provider === 'NONE',
  };
}

export function isHosted(provider: CaptchaProvider): boolean {
  return provider === 'RECAPTCHA_V2' || provider === 'RECAPTCHA_V3';
}

export function toCaptchaInput(captcha: CaptchaForm): CreateSelfRegistrationInput['captcha'] {
  const { provider } = captcha;
  if (provider === 'NONE') return { provider, acceptNone: captcha.acceptNone };
  if (!isHosted(provider)) return { provider };
  const secretKey = captcha.secretKey.trim();
  return {
    provider,
    siteKey: captcha.siteKey.trim(),
    whenUnavailable: captcha.whenUnavailable,
    ...(secretKey ? { secretKey } : {}),
    ...(provider === 'RECAPTCHA_V3'
      ? { action: captcha.action.trim(), scoreThreshold: captcha.scoreThreshold }
      : {}),
  };
}

/** `secretKeySet`: the API already holds the secret of the chosen provider. */
export function findCaptchaFaults(captcha: CaptchaForm, secretKeySet: boolean): Faults {
  const faults: Faults = {};
  if (captcha.provider === 'NONE' && !captcha.acceptNone) {
    faults['captcha.acceptNone'] = 'noneNotAccepted';
  }
  if (!isHosted(captcha.provider)) return faults;
  if (!captcha.siteKey.trim()) faults['captcha.siteKey'] = 'siteKeyMissing';
  if (!captcha.secretKey.trim() && !secretKeySet) faults['captcha.secretKey'] = 'secretKeyMissing';
  if (captcha.provider === 'RECAPTCHA_V3') {
    if (!captcha.action.trim()) faults['captcha.action'] = 'actionMissing';
    if (!(captcha.scoreThreshold >= 0 && captcha.scoreThreshold <= 1)) {
      faults['captcha.scoreThreshold'] = 'thresholdOutOfRange';
    }
  }
  return faults;
}
