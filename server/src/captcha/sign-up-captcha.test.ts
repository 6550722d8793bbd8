import { describe, expect, it } from 'vitest';
import { defaultCaptchaSettings, type CaptchaSettings } from './captcha-settings.js';
import { toCspSources, toSignUpCaptcha } from './sign-up-captcha.js';

const google = 'https://www.google.com/recaptcha/api.js';
const v3: CaptchaSettings = {
  provider: 'RECAPTCHA_V3',
  siteKey: 'site&key',
  sealedSecretKey: 'sealed',
  action: 'sign_up',
  scoreThreshold: 0.5,
  whenUnavailable: 'REFUSE',
};
const v2: CaptchaSettings = { ...v3, provider: 'RECAPTCHA_V2', action: null, scoreThreshold: null };

describe('toSignUpCaptcha', () => {
  it('shows the page what it needs and nothing secret', () => {
    expect(toSignUpCaptcha(v3, google)).toEqual({
      provider: 'RECAPTCHA_V3',
      siteKey: 'site&key',
      action: 'sign_up',
      scriptUrl: `${google}?render=site%26key`,
    });
    expect(toSignUpCaptcha(v2, google).scriptUrl).toBe(`${google}?render=explicit`);
    expect(toSignUpCaptcha(defaultCaptchaSettings, google)).toEqual({
      provider: 'ALTCHA',
      siteKey: null,
      action: null,
      scriptUrl: null,
    });
  });
});

describe('toCspSources', () => {
  it('opens nothing for proof of work', () => {
    expect(Object.values(toCspSources(defaultCaptchaSettings, google)).flat()).toEqual([]);
  });

  it('opens the folders that Google names, not its whole hosts', () => {
    expect(toCspSources(v2, google)).toEqual({
      scriptSrc: ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'],
      frameSrc: ['https://www.google.com/recaptcha/', 'https://recaptcha.google.com/recaptcha/'],
      connectSrc: ['https://www.google.com/recaptcha/'],
    });
  });

  it("opens the folder of the operator's own script", () => {
    const own = ['http://127.0.0.1:4000/recaptcha/'];
    expect(toCspSources(v3, 'http://127.0.0.1:4000/recaptcha/api.js')).toEqual({
      scriptSrc: own,
      frameSrc: own,
      connectSrc: own,
    });
  });
});
