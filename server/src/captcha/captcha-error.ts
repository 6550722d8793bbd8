import { failWith, type InputFaults } from '../platform/input-fault.js';
import type { Failed } from '../platform/result.js';
import type { CaptchaVerdict } from './captcha-provider.js';

/** What a person sees of a verdict; the reasons behind it are logged only. Append-only. */
export type CaptchaErrorCode = 'CAPTCHA_REQUIRED' | 'CAPTCHA_FAILED' | 'CAPTCHA_UNAVAILABLE';

/** The input field whose token was judged. */
export type CaptchaField = 'captchaToken' | 'fallbackToken';

export type Refusal = Exclude<CaptchaVerdict, { outcome: 'passed' }>;

const shown: Record<Refusal['outcome'], { code: CaptchaErrorCode; message: string }> = {
  required: { code: 'CAPTCHA_REQUIRED', message: 'Complete the captcha.' },
  failed: {
    code: 'CAPTCHA_FAILED',
    message: 'The captcha was not accepted or has run out. Complete it again.',
  },
  unavailable: {
    code: 'CAPTCHA_UNAVAILABLE',
    message: 'The captcha cannot be checked at the moment. Try again in a few minutes.',
  },
};

export const captchaFault = (
  field: CaptchaField,
  outcome: Refusal['outcome'],
): Failed<InputFaults<CaptchaErrorCode>> =>
  failWith({ field: ['input', field], ...shown[outcome] });
