import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAltcha } from '../../src/captcha/altcha/altcha.js';
import { createSiteverifyClient } from '../../src/captcha/http/siteverify-client.js';
import { createCaptchaFromParts, type Captcha } from '../../src/captcha/captcha.js';
import {
  defaultCaptchaSettings,
  type CaptchaSettings,
} from '../../src/captcha/captcha-settings.js';
import type { CaptchaAttempt } from '../../src/captcha/ensure-pass.js';
import { addMs, hourMs, minuteMs, systemClock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { createLog } from '../../src/platform/log/log.js';
import { createSeal } from '../../src/platform/seal/seal.js';
import { createFakeCaptchaPasses } from './fake-captcha-passes.js';
import { startRecaptchaStandIn, type RecaptchaStandIn } from './recaptcha-stand-in.js';
import { solveAltcha } from './solve-altcha.js';

const seal = createSeal(Buffer.alloc(32, 7));
const log = createLog('silent');
const owner = { tenantId: newId(), selfRegistrationId: newId() };

let standIn: RecaptchaStandIn;
beforeAll(async () => {
  standIn = await startRecaptchaStandIn();
});
afterAll(() => standIn.close());

let now: Date;
let passes: ReturnType<typeof createFakeCaptchaPasses>;
let captcha: Captcha;
beforeEach(() => {
  now = systemClock.now();
  passes = createFakeCaptchaPasses();
  standIn.away = false;
  const clock = { now: () => now };
  captcha = createCaptchaFromParts({
    proofOfWork: createAltcha(seal, clock, { iterations: 10, maxTries: 20 }),
    siteverify: createSiteverifyClient(standIn.verifyUrl, 300),
    passes,
    transact: passes.transact,
    seal,
    clock,
    log,
    recaptchaScriptUrl: standIn.scriptUrl,
  });
});

const attempt = (changes: Partial<CaptchaAttempt>): CaptchaAttempt => ({
  ...owner,
  settings: defaultCaptchaSettings,
  mayHavePass: true,
  cookieHash: randomBytes(32),
  token: null,
  fallbackToken: null,
  expectedHost: 'acme.localhost',
  remoteIp: null,
  ...changes,
});

const consume = (of: CaptchaAttempt) =>
  passes.transact(of.tenantId, (tx) => captcha.consumePass(tx, of, now));

const solve = async (settings = defaultCaptchaSettings) => {
  const challenge = await captcha.challengeFor({ ...owner, settings });
  if (!challenge) throw new Error('No challenge.');
  return solveAltcha(challenge.challenge);
};

const refusal = (field: string, code: string) => ({
  ok: false,
  failure: [{ field: ['input', field], code, message: expect.stringMatching(/\.$/) as string }],
});

describe('a page with proof of work', () => {
  it('lets one solution make one registration', async () => {
    const submit = attempt({ token: await solve() });
    expect(await captcha.ensurePass(submit)).toEqual({ ok: true, value: undefined });
    expect(await consume(submit)).toBe(true);
    expect(await consume(submit)).toBe(false);
    expect(await captcha.ensurePass(submit)).toEqual(refusal('captchaToken', 'CAPTCHA_FAILED'));
  });

  it('asks the same browser for no second solution after a later fault', async () => {
    const submit = attempt({ token: await solve() });
    await captcha.ensurePass(submit);
    now = addMs(now, 9 * minuteMs);
    expect(await captcha.ensurePass({ ...submit, token: null })).toMatchObject({ ok: true });
    now = addMs(now, minuteMs);
    expect(await captcha.ensurePass({ ...submit, token: null })).toEqual(
      refusal('captchaToken', 'CAPTCHA_REQUIRED'),
    );
  });

  it('does not spend a new token while an earlier pass is good', async () => {
    const submit = attempt({ token: await solve() });
    await captcha.ensurePass(submit);
    const second = { ...submit, token: await solve() };
    await captcha.ensurePass(second);
    await consume(submit);
    expect(await captcha.ensurePass(second)).toMatchObject({ ok: true });
  });

  it('refuses the solution of another browser', async () => {
    const token = await solve();
    await captcha.ensurePass(attempt({ token }));
    expect(await captcha.ensurePass(attempt({ token }))).toEqual(
      refusal('captchaToken', 'CAPTCHA_FAILED'),
    );
  });

  it('lets a submit that is sent twice at once through, to one registration', async () => {
    const submit = attempt({ token: await solve() });
    const outcomes = await Promise.all([captcha.ensurePass(submit), captcha.ensurePass(submit)]);
    expect(outcomes).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ]);
    expect([await consume(submit), await consume(submit)]).toEqual([true, false]);
  });

  it('remembers a solution for as long as its challenge can be handed in', async () => {
    const submit = attempt({ token: await solve() });
    await captcha.ensurePass(submit);
    const purgeAt = (time: Date) =>
      passes.transact(owner.tenantId, (tx) => captcha.purgePasses(tx, time));
    expect(await purgeAt(addMs(now, 20 * minuteMs))).toBe(0);
    expect(await purgeAt(addMs(now, 2 * hourMs))).toBe(1);
  });
});

const hosted = (whenUnavailable: CaptchaSettings['whenUnavailable']): CaptchaSettings => {
  const keys = { siteKey: 'site-key', secretKey: standIn.secretKey, action: 'sign_up' };
  const input = { provider: 'RECAPTCHA_V3', ...keys, whenUnavailable } as const;
  const validated = captcha.validateSettings(input, owner, null);
  if (!validated.ok) throw new Error('The settings of the test are wrong.');
  return validated.value;
};
const goodToken = () => `ok:0.9:sign_up:acme.localhost:${randomUUID()}`;

describe('a page with a hosted captcha', () => {
  it('takes its token, and the token once', async () => {
    const submit = attempt({ settings: hosted('REFUSE'), token: goodToken() });
    expect(await captcha.ensurePass(submit)).toMatchObject({ ok: true });
    expect(await captcha.ensurePass({ ...submit, cookieHash: randomBytes(32) })).toEqual(
      refusal('captchaToken', 'CAPTCHA_FAILED'),
    );
  });

  it('hands out no proof of work and takes none, away or not, unless told to fall back', async () => {
    const settings = hosted('REFUSE');
    expect(await captcha.challengeFor({ ...owner, settings })).toBeNull();
    standIn.away = true;
    const fallbackToken = await solve();
    expect(
      await captcha.ensurePass(attempt({ settings, token: goodToken(), fallbackToken })),
    ).toEqual(refusal('captchaToken', 'CAPTCHA_UNAVAILABLE'));
  });

  it('never opens a secret key that was sealed for another page', async () => {
    const submit = attempt({ settings: hosted('PROOF_OF_WORK'), selfRegistrationId: newId() });
    expect(await captcha.ensurePass({ ...submit, token: goodToken() })).toEqual(
      refusal('captchaToken', 'CAPTCHA_UNAVAILABLE'),
    );
  });

  it('logs why, without secret key or token', async () => {
    const warn = vi.spyOn(log, 'warn');
    const token = '5xx:a-token';
    await captcha.ensurePass(attempt({ settings: hosted('REFUSE'), token }));
    const line = JSON.stringify(warn.mock.lastCall);
    expect(line).toContain('status 503');
    expect(line).not.toContain(token);
    expect(line).not.toContain(standIn.secretKey);
    warn.mockRestore();
  });
});

describe('a page that falls back to proof of work', () => {
  it('asks for it while the provider is away, with a token or without, and takes it', async () => {
    const settings = hosted('PROOF_OF_WORK');
    standIn.away = true;
    for (const token of [goodToken(), null]) {
      const submit = attempt({ settings, token });
      expect(await captcha.ensurePass(submit)).toEqual(
        refusal('fallbackToken', 'CAPTCHA_REQUIRED'),
      );
      const fallbackToken = await solve(settings);
      expect(await captcha.ensurePass({ ...submit, fallbackToken })).toMatchObject({ ok: true });
      expect(await captcha.ensurePass(attempt({ settings, token, fallbackToken }))).toEqual(
        refusal('fallbackToken', 'CAPTCHA_FAILED'),
      );
    }
  });

  it.each([
    ['no token', null, 'CAPTCHA_REQUIRED'],
    ['a wrong token', 'nonsense', 'CAPTCHA_FAILED'],
    ['a low score', 'ok:0.1:sign_up:acme.localhost:1', 'CAPTCHA_FAILED'],
    ['a token that upsets the provider', '5xx', 'CAPTCHA_UNAVAILABLE'],
  ])('takes none while the provider answers: %s', async (_, token, code) => {
    const settings = hosted('PROOF_OF_WORK');
    const fallbackToken = await solve(settings);
    expect(await captcha.ensurePass(attempt({ settings, token, fallbackToken }))).toEqual(
      refusal('captchaToken', code),
    );
  });

  it('takes none for a wrong secret key: that is no outage', async () => {
    const settings = { ...hosted('PROOF_OF_WORK') };
    const validated = captcha.validateSettings(
      { provider: 'RECAPTCHA_V3', secretKey: 'mistyped' },
      owner,
      settings,
    );
    if (!validated.ok) throw new Error('The settings of the test are wrong.');
    const fallbackToken = await solve(settings);
    const submit = attempt({ settings: validated.value, token: goodToken(), fallbackToken });
    expect(await captcha.ensurePass(submit)).toEqual(
      refusal('captchaToken', 'CAPTCHA_UNAVAILABLE'),
    );
  });
});

describe('a page without a captcha', () => {
  it('asks for nothing, hands out nothing and needs no pass', async () => {
    const settings: CaptchaSettings = { ...defaultCaptchaSettings, provider: 'NONE' };
    const submit = attempt({ settings });
    expect(await captcha.challengeFor({ ...owner, settings })).toBeNull();
    expect(await captcha.ensurePass(submit)).toMatchObject({ ok: true });
    expect(await consume(submit)).toBe(true);
  });
});
