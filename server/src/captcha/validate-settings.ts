import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import {
  defaultCaptchaSettings,
  type CaptchaFallback,
  type CaptchaProviderKind,
  type CaptchaSettings,
} from './captcha-settings.js';

/** The captcha as an administrator sends it. Absent keeps what is saved for the same provider. */
export interface CaptchaSettingsInput {
  readonly provider: CaptchaProviderKind;
  readonly siteKey?: string | null | undefined;
  readonly secretKey?: string | null | undefined;
  readonly action?: string | null | undefined;
  readonly scoreThreshold?: number | null | undefined;
  readonly whenUnavailable?: CaptchaFallback | null | undefined;
  readonly acceptNone?: boolean | null | undefined;
}

export type CaptchaSettingsErrorCode =
  'REQUIRED' | 'TOO_LONG' | 'INVALID_TEXT' | 'OUT_OF_RANGE' | 'NONE_NOT_ACCEPTED';

type Code = CaptchaSettingsErrorCode;
type Validated = Result<CaptchaSettings, InputFaults<Code>>;

const defaultAction = 'sign_up';
const defaultScoreThreshold = 0.5;
/** Characters; Google's keys have 40. */
const maxKeyLength = 200;

/**
 * Checks what an administrator entered and seals the secret key. Faults are below `input.captcha`.
 * @param sealSecret seals a secret key for the one self-registration that it belongs to
 * @param saved what is stored now; null for a new self-registration
 */
export const validateCaptchaSettings = (
  input: CaptchaSettingsInput,
  saved: CaptchaSettings | null,
  sealSecret: (secretKey: string) => string,
): Validated => {
  if (input.provider === 'ALTCHA') return ok(defaultCaptchaSettings);
  if (input.provider === 'NONE') return acceptNone(input);

  const kept = saved?.provider === input.provider ? saved : null;
  const isV3 = input.provider === 'RECAPTCHA_V3';
  const siteKey = keep(input.siteKey, kept?.siteKey)?.trim() ?? '';
  const keptSecret = input.secretKey === undefined ? (kept?.sealedSecretKey ?? null) : null;
  const secretKey = input.secretKey?.trim() ?? '';
  const action = isV3 ? (keep(input.action, kept?.action)?.trim() ?? defaultAction) : null;
  const scoreThreshold = isV3
    ? (keep(input.scoreThreshold, kept?.scoreThreshold) ?? defaultScoreThreshold)
    : null;

  const faults = [
    judgeKey('siteKey', siteKey, 'the site key'),
    keptSecret ? null : judgeKey('secretKey', secretKey, 'the secret key'),
    action === null ? null : judgeAction(action),
    scoreThreshold === null ? null : judgeThreshold(scoreThreshold),
  ].filter((fault) => fault !== null);
  if (faults.length > 0) return fail(faults);

  return ok({
    provider: input.provider,
    siteKey,
    sealedSecretKey: keptSecret ?? sealSecret(secretKey),
    action,
    scoreThreshold,
    whenUnavailable: keep(input.whenUnavailable, kept?.whenUnavailable) ?? 'REFUSE',
  });
};

/** Absent keeps, null clears. */
const keep = <T>(sent: T | null | undefined, saved: T | null | undefined): T | null | undefined =>
  sent === undefined ? saved : sent;

const at = (field: keyof CaptchaSettingsInput, code: Code, message: string): InputFault<Code> =>
  inputFault(`captcha.${field}`, code, message);

const acceptNone = ({ acceptNone }: CaptchaSettingsInput): Validated =>
  acceptNone === true
    ? ok({ ...defaultCaptchaSettings, provider: 'NONE' })
    : fail([
        at(
          'acceptNone',
          'NONE_NOT_ACCEPTED',
          'Without a captcha, programs can register without limit. Confirm that you accept this.',
        ),
      ]);

const judgeKey = (field: 'siteKey' | 'secretKey', key: string, name: string) => {
  if (key === '') return at(field, 'REQUIRED', `Enter ${name} that the provider gave you.`);
  if (key.length > maxKeyLength) {
    return at(field, 'TOO_LONG', `Use at most ${maxKeyLength} characters.`);
  }
  return /^[\x21-\x7e]+$/.test(key)
    ? null
    : at(field, 'INVALID_TEXT', `Copy ${name} again: it has no spaces or special characters.`);
};

const judgeAction = (action: string) => {
  if (action.length > 100) return at('action', 'TOO_LONG', 'Use at most 100 characters.');
  return /^[A-Za-z0-9/_]+$/.test(action)
    ? null
    : at('action', 'INVALID_TEXT', 'Use letters, digits, slashes and underscores only.');
};

const judgeThreshold = (threshold: number) =>
  threshold >= 0 && threshold <= 1
    ? null
    : at('scoreThreshold', 'OUT_OF_RANGE', 'Use a number from 0 to 1.');
