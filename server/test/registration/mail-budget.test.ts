import { beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/config/limits.js';
import { startTestApp, type Browser, type GraphqlAnswer, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activationMail,
  outcomeOf,
  register,
  registerAndActivate,
  resend,
  solveCaptcha,
  submit,
} from './sign-up.js';

const { mailPerMinute, mailPerHour, mailPerNetwork } = defaultLimits;
const minuteMs = 60_000;

let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp({
    limits: { mailPerMinute, mailPerHour, mailPerNetwork },
    trustedProxies: ['127.0.0.1'],
  });
  tenant = await makeTenant(app);
  stored = await openStoredRows(app);
});

/** A new browser in a network. */
const visitor = (ip = '198.51.100.1'): Browser =>
  app.browser(tenant.host, { 'x-forwarded-for': ip });

/** The buckets refill as if so much time had passed. */
const letPass = (ms: number) => stored.select('update rate_limits set expire = expire - $1', [ms]);

const refusal = ({ errors, headers }: GraphqlAnswer<object>) => ({
  code: errors[0]?.extensions.code,
  seconds: errors[0]?.extensions.retryAfter ?? 0,
  header: headers['retry-after'],
});

/** Registers again and again, a minute apart, from each of the networks in turn. */
const registerFrom = async (email: string, networks: readonly string[]): Promise<string[]> => {
  const outcomes: string[] = [];
  for (const ip of networks) {
    outcomes.push(outcomeOf(await submit(visitor(ip), { email })));
    await letPass(minuteMs);
  }
  return outcomes;
};

describe('the mails to one recipient', () => {
  it('are one a minute, and the answer says how long to wait', async () => {
    const email = 'minute@people.example';
    expect(outcomeOf(await submit(visitor(), { email }))).toBe('accepted');
    const { code, seconds, header } = refusal(await submit(visitor('198.51.100.2'), { email }));
    expect(code).toBe('RATE_LIMITED');
    expect(header).toBe(String(seconds));
    expect(seconds).toBeGreaterThan(40);
    expect(seconds).toBeLessThanOrEqual(60);
    await letPass(minuteMs);
    expect(outcomeOf(await submit(visitor(), { email }))).toBe('accepted');
  });

  it('are five an hour, of which one network causes two', async () => {
    const [a, b, c] = ['198.51.100.1', '198.51.100.2', '198.51.100.3'];
    expect(await registerFrom('hour@people.example', [a, a, a, b, b, b, c, c])).toEqual([
      ...['accepted', 'accepted', 'RATE_LIMITED'],
      ...['accepted', 'accepted', 'RATE_LIMITED'],
      ...['accepted', 'RATE_LIMITED'],
    ]);
    const { seconds } = refusal(await submit(visitor(c), { email: 'hour@people.example' }));
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(3_600);
  });

  it('are counted alike for an address that has an account', async () => {
    const email = 'taken@people.example';
    await registerAndActivate(app, visitor('192.0.2.1'), email);
    await letPass(minuteMs);
    const networks = ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.2', '192.0.2.3', '192.0.2.4'];
    const ofTaken = await registerFrom(email, networks);
    const ofFree = await registerFrom('free@people.example', ['192.0.2.1', ...networks]);
    expect(ofTaken).toEqual(ofFree.slice(1));
  });

  it('count for all spellings that reach one mailbox', async () => {
    expect(outcomeOf(await submit(visitor(), { email: 'ada.love@people.example' }))).toBe(
      'accepted',
    );
    for (const email of ['AdaLove@people.example', 'ada.love+more@People.example']) {
      expect(outcomeOf(await submit(visitor('192.0.2.9'), { email }))).toBe('RATE_LIMITED');
    }
  });

  it('come out of one budget, whatever asks for them', async () => {
    const email = 'budget@people.example';
    expect((await resend(visitor(), email)).errors).toEqual([]);
    const reset = await visitor().graphql<object>(
      `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted } }`,
      { input: { email } },
    );
    for (const answer of [
      reset,
      await resend(visitor(), email),
      await submit(visitor(), { email }),
    ]) {
      expect(refusal(answer)).toMatchObject({ code: 'RATE_LIMITED' });
    }
  });

  it('leave a network its second one when the form was sent twice at once', async () => {
    const email = 'double-click@people.example';
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, async () => outcomeOf(await submit(visitor(), { email }))),
    );
    expect(outcomes.toSorted()).toEqual([
      'RATE_LIMITED',
      'RATE_LIMITED',
      'RATE_LIMITED',
      'accepted',
    ]);
    await letPass(minuteMs);
    expect((await resend(visitor(), email)).errors).toEqual([]);
  });

  it('are not used up by a network that insists', async () => {
    const email = 'insisted@people.example';
    await submit(visitor('203.0.113.1'), { email });
    for (let call = 0; call < 10; call += 1) await resend(visitor('203.0.113.1'), email);
    await letPass(minuteMs);
    expect(outcomeOf(await submit(visitor('203.0.113.2'), { email }))).toBe('accepted');
  });
});

describe('the budget', () => {
  it('is looked at before the captcha is spent', async () => {
    const email = 'spent@people.example';
    await submit(visitor(), { email });
    const browser = visitor('192.0.2.20');
    const captchaToken = await solveCaptcha(browser);
    const passes = () => stored.select('select id from captcha_passes');
    const before = await passes();
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('RATE_LIMITED');
    expect(await passes()).toEqual(before);
    await letPass(minuteMs);
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('accepted');
  });

  it('is not used up by a captcha that failed, nor by faulty fields', async () => {
    const email = 'captcha@people.example';
    const browser = visitor();
    for (let call = 0; call < 6; call += 1) {
      const failed = await register(browser, { email, captchaToken: 'bm90IHNvbHZlZA==' });
      expect(outcomeOf(failed)).toBe('CAPTCHA_FAILED');
      const faulty = await register(browser, { email, password: 'short' });
      expect(outcomeOf(faulty)).toBe('PASSWORD_TOO_SHORT');
    }
    expect(outcomeOf(await submit(browser, { email }))).toBe('accepted');
    await activationMail(app, email);
  });

  it('of one tenant is not another one’s', async () => {
    const other = await makeTenant(app);
    const email = 'tenants@people.example';
    expect(outcomeOf(await submit(visitor(), { email }))).toBe('accepted');
    const elsewhere = app.browser(other.host, { 'x-forwarded-for': '198.51.100.1' });
    expect(outcomeOf(await submit(elsewhere, { email }))).toBe('accepted');
  });
});
