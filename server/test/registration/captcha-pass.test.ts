import { beforeAll, describe, expect, it, vi } from 'vitest';
import { minuteMs } from '../../src/platform/clock.js';
import { overloaded } from '../../src/platform/failures.js';
import { decodeAltcha, encodeAltcha } from '../captcha/solve-altcha.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import { noCaptcha, outcomeOf, register, solveCaptcha, submit } from './sign-up.js';

const clock = createTestClock();
let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp({ clock });
  tenant = await makeTenant(app);
  stored = await openStoredRows(app);
});

const registrationsOf = async (email: string): Promise<number> =>
  (await stored.select('select from registrations where email = $1', [email])).length;

/** The pool of hashes is full for once: the submit fails after its captcha was checked. */
const overloadOnce = () =>
  vi.spyOn(app.server.slices.hasher, 'hash').mockRejectedValueOnce(overloaded(2));

describe('without a solved captcha', () => {
  it.each([{}, { captchaToken: '' }, { captchaToken: null }])(
    'nothing is registered: %j',
    async (input) => {
      const browser = app.browser(tenant.host);
      const { data } = await register(browser, { email: 'unsolved@people.example', ...input });
      expect(data?.register).toEqual({
        accepted: false,
        userErrors: [{ field: ['input', 'captchaToken'], code: 'CAPTCHA_REQUIRED' }],
      });
      expect(await registrationsOf('unsolved@people.example')).toBe(0);
    },
  );

  it('a page registers that has none', async () => {
    const { host } = await makeTenant(app, noCaptcha);
    expect(outcomeOf(await register(app.browser(host), { email: 'none@people.example' }))).toBe(
      'accepted',
    );
  });
});

describe('a solution', () => {
  it('is not spent on faulty fields: the corrected form needs no other one', async () => {
    const email = 'corrected@people.example';
    const browser = app.browser(tenant.host);
    const captchaToken = await solveCaptcha(browser);
    for (const fault of [{ email: 'x' }, { password: 'short' }, { firstName: 'a\u0000' }]) {
      const outcome = outcomeOf(await register(browser, { email, captchaToken, ...fault }));
      expect(outcome).toMatch(/^(INVALID_EMAIL|PASSWORD_TOO_SHORT|INVALID_TEXT)$/);
    }
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('accepted');
  });

  it('makes one registration, in whatever browser it is sent again', async () => {
    const browser = app.browser(tenant.host);
    const captchaToken = await solveCaptcha(browser);
    const email = 'again@people.example';
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('accepted');
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('CAPTCHA_FAILED');
    const other = app.browser(tenant.host);
    expect(outcomeOf(await register(other, { email, captchaToken }))).toBe('CAPTCHA_FAILED');
    expect(outcomeOf(await register(browser, { email }))).toBe('CAPTCHA_REQUIRED');
    expect(await registrationsOf(email)).toBe(1);
  });

  it('makes one registration when it is sent many times at once', async () => {
    const email = 'double-click@people.example';
    const browser = app.browser(tenant.host);
    await register(browser, { email });
    const captchaToken = await solveCaptcha(browser);
    const calls = Array.from({ length: 6 }, () => register(browser, { email, captchaToken }));
    const outcomes = (await Promise.all(calls)).map(outcomeOf);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(await registrationsOf(email)).toBe(1);
  });

  it('counts on the page that set the task, and as it was signed', async () => {
    const email = 'forged@people.example';
    const browser = app.browser(tenant.host);
    const { host } = await makeTenant(app);
    const foreign = await solveCaptcha(app.browser(host));
    const own = decodeAltcha(await solveCaptcha(browser));
    const guessed = encodeAltcha({ ...own, solution: { ...own.solution, counter: -1 } });
    const parameters = { ...own.challenge.parameters, expiresAt: 4_000_000_000 };
    const longer = encodeAltcha({ ...own, challenge: { ...own.challenge, parameters } });
    for (const captchaToken of [
      foreign,
      guessed,
      longer,
      'x',
      encodeAltcha({}),
      'x'.repeat(9_000),
    ]) {
      expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('CAPTCHA_FAILED');
    }
  });

  it('is to be handed in within 20 minutes', async () => {
    const [browser, late] = [app.browser(tenant.host), app.browser(tenant.host)];
    const [captchaToken, lateToken] = [await solveCaptcha(browser), await solveCaptcha(late)];
    const email = 'minutes@people.example';
    clock.advance(19 * minuteMs);
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('accepted');
    clock.advance(1.1 * minuteMs);
    expect(outcomeOf(await register(late, { email, captchaToken: lateToken }))).toBe(
      'CAPTCHA_FAILED',
    );
  });
});

describe('a fault after the captcha was checked', () => {
  it('leaves a pass with which the same form is taken, once', async () => {
    const email = 'busy@people.example';
    const browser = app.browser(tenant.host);
    const hash = overloadOnce();
    const refused = await submit(browser, { email });
    expect(refused.status).toBe(503);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'OVERLOADED', retryAfter: 2 });
    expect(refused.headers['retry-after']).toBe('2');
    hash.mockRestore();
    expect(outcomeOf(await register(browser, { email }))).toBe('accepted');
    expect(outcomeOf(await register(browser, { email }))).toBe('CAPTCHA_REQUIRED');
    expect(await registrationsOf(email)).toBe(1);
  });

  it('leaves it to the browser that solved it, on the page where it did', async () => {
    const browser = app.browser(tenant.host);
    const hash = overloadOnce();
    const email = 'holder@people.example';
    const captchaToken = await solveCaptcha(browser);
    await register(browser, { email, captchaToken });
    hash.mockRestore();
    const { host } = await makeTenant(app);
    const onOtherPage = app.browser(host);
    browser.cookies.forEach((value, name) => onOtherPage.cookies.set(name, value));
    expect(outcomeOf(await register(onOtherPage, { email }))).toBe('CAPTCHA_REQUIRED');
    const other = app.browser(tenant.host);
    expect(outcomeOf(await register(other, { email }))).toBe('CAPTCHA_REQUIRED');
    expect(outcomeOf(await register(other, { email, captchaToken }))).toBe('CAPTCHA_FAILED');
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('accepted');
  });

  it('leaves it for 10 minutes', async () => {
    const [browser, late] = [app.browser(tenant.host), app.browser(tenant.host)];
    for (const each of [browser, late]) {
      const hash = overloadOnce();
      await submit(each, { email: 'pass@people.example' });
      hash.mockRestore();
    }
    clock.advance(9 * minuteMs);
    expect(outcomeOf(await register(browser, { email: 'pass@people.example' }))).toBe('accepted');
    clock.advance(1.1 * minuteMs);
    expect(outcomeOf(await register(late, { email: 'late@people.example' }))).toBe(
      'CAPTCHA_REQUIRED',
    );
  });
});
