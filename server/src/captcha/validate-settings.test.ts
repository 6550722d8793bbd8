import { describe, expect, it } from 'vitest';
import { defaultCaptchaSettings, type CaptchaSettings } from './captcha-settings.js';
import { validateCaptchaSettings, type CaptchaSettingsInput } from './validate-settings.js';

const sealSecret = (secretKey: string) => `sealed ${secretKey}`;
const validate = (input: CaptchaSettingsInput, saved: CaptchaSettings | null = null) =>
  validateCaptchaSettings(input, saved, sealSecret);

const faultsOf = (input: CaptchaSettingsInput, saved: CaptchaSettings | null = null) => {
  const outcome = validate(input, saved);
  return outcome.ok ? [] : outcome.failure.map(({ field, code }) => [field.join('.'), code]);
};

const v3Input = { provider: 'RECAPTCHA_V3', siteKey: 'site', secretKey: 'secret' } as const;
const savedV3: CaptchaSettings = {
  provider: 'RECAPTCHA_V3',
  siteKey: 'saved-site',
  sealedSecretKey: 'sealed saved-secret',
  action: 'join',
  scoreThreshold: 0.7,
  whenUnavailable: 'PROOF_OF_WORK',
};

describe('validateCaptchaSettings', () => {
  it('takes ALTCHA as it is and keeps nothing of an earlier provider', () => {
    expect(validate({ provider: 'ALTCHA', siteKey: 'x', secretKey: 'y' }, savedV3)).toEqual({
      ok: true,
      value: defaultCaptchaSettings,
    });
  });

  it('takes none only when that is accepted in so many words', () => {
    expect(faultsOf({ provider: 'NONE' })).toEqual([
      ['input.captcha.acceptNone', 'NONE_NOT_ACCEPTED'],
    ]);
    expect(validate({ provider: 'NONE', acceptNone: true })).toMatchObject({
      value: { provider: 'NONE' },
    });
  });

  it('fills in what v3 needs, and seals the secret key', () => {
    expect(validate(v3Input)).toEqual({
      ok: true,
      value: {
        provider: 'RECAPTCHA_V3',
        siteKey: 'site',
        sealedSecretKey: 'sealed secret',
        action: 'sign_up',
        scoreThreshold: 0.5,
        whenUnavailable: 'REFUSE',
      },
    });
  });

  it('drops the spaces that copying brings along', () => {
    const pasted = { ...v3Input, siteKey: ' site\n', secretKey: '\tsecret ', action: ' join ' };
    expect(validate(pasted)).toMatchObject({
      value: { siteKey: 'site', sealedSecretKey: 'sealed secret', action: 'join' },
    });
  });

  it('gives v2 neither action nor score', () => {
    const sent = {
      ...v3Input,
      provider: 'RECAPTCHA_V2',
      action: 'join',
      scoreThreshold: 0.3,
    } as const;
    expect(validate(sent)).toMatchObject({ value: { action: null, scoreThreshold: null } });
  });

  it('keeps what is absent', () => {
    expect(validate({ provider: 'RECAPTCHA_V3' }, savedV3)).toEqual({ ok: true, value: savedV3 });
  });

  it('clears what is null: to the default, or as a fault where there is none', () => {
    const cleared = { action: null, scoreThreshold: null, whenUnavailable: null };
    expect(validate({ provider: 'RECAPTCHA_V3', ...cleared }, savedV3)).toMatchObject({
      value: { action: 'sign_up', scoreThreshold: 0.5, whenUnavailable: 'REFUSE' },
    });
    expect(faultsOf({ provider: 'RECAPTCHA_V3', siteKey: null, secretKey: null }, savedV3)).toEqual(
      [
        ['input.captcha.siteKey', 'REQUIRED'],
        ['input.captcha.secretKey', 'REQUIRED'],
      ],
    );
  });

  it('wants new keys for another provider: each has its own', () => {
    expect(faultsOf({ provider: 'RECAPTCHA_V2' }, savedV3)).toEqual([
      ['input.captcha.siteKey', 'REQUIRED'],
      ['input.captcha.secretKey', 'REQUIRED'],
    ]);
  });

  it.each<[Partial<CaptchaSettingsInput>, string, string]>([
    [{ siteKey: '' }, 'siteKey', 'REQUIRED'],
    [{ siteKey: 'a b' }, 'siteKey', 'INVALID_TEXT'],
    [{ siteKey: 'a'.repeat(201) }, 'siteKey', 'TOO_LONG'],
    [{ secretKey: '' }, 'secretKey', 'REQUIRED'],
    [{ secretKey: 'a\u0000' }, 'secretKey', 'INVALID_TEXT'],
    [{ action: 'sign up' }, 'action', 'INVALID_TEXT'],
    [{ action: '' }, 'action', 'INVALID_TEXT'],
    [{ action: 'a'.repeat(101) }, 'action', 'TOO_LONG'],
    [{ scoreThreshold: -0.01 }, 'scoreThreshold', 'OUT_OF_RANGE'],
    [{ scoreThreshold: 1.01 }, 'scoreThreshold', 'OUT_OF_RANGE'],
    [{ scoreThreshold: Number.NaN }, 'scoreThreshold', 'OUT_OF_RANGE'],
  ])('refuses %j at its field', (change, field, code) => {
    expect(faultsOf({ ...v3Input, ...change })).toEqual([[`input.captcha.${field}`, code]]);
  });

  it.each([0, 1])('takes the score %d', (scoreThreshold) => {
    expect(validate({ ...v3Input, scoreThreshold })).toMatchObject({ value: { scoreThreshold } });
  });

  it('never repeats a secret key', () => {
    const outcome = validate({ ...v3Input, secretKey: 'my secret', siteKey: '' });
    expect(JSON.stringify(outcome)).not.toContain('my secret');
  });
});
