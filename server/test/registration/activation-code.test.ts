import { beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/config/limits.js';
import { minuteMs } from '../../src/platform/clock.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { signInAgain, statesOf } from './administrator.js';
import {
  activate,
  activation,
  activationMail,
  noCaptcha,
  register,
  resend,
  wrongCode,
} from './sign-up.js';

const clock = createTestClock();
let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp({ clock, limits: { codePerAddress: defaultLimits.codePerAddress } });
  tenant = await makeTenant(app, noCaptcha);
});

/** A person who has just got the first mail. */
const signUp = async (email: string) => {
  const browser = app.browser(tenant.host);
  await register(browser, { email });
  return { browser, ...(await activationMail(app, email)) };
};

const wrongTries = async (browser: Browser, code: string, count: number): Promise<string[]> => {
  const outcomes = [];
  for (let call = 0; call < count; call += 1) {
    outcomes.push(await activation(browser, { code: wrongCode(code) }));
  }
  return outcomes;
};

const notGood = (count: number): string[] => Array<string>(count).fill('CODE_NOT_GOOD');

describe('a code', () => {
  it('may be typed with spaces', async () => {
    const { browser, code } = await signUp('spaces@people.example');
    const spaced = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect(await activation(browser, { code: spaced })).toBe('activated');
  });

  it('has four wrong tries beside the right one', async () => {
    const { browser, code } = await signUp('four@people.example');
    expect(await wrongTries(browser, code, 4)).toEqual(notGood(4));
    expect(await activation(browser, { code })).toBe('activated');
  });

  it('is no longer good after five wrong ones; the link is', async () => {
    const { browser, code, secret } = await signUp('five@people.example');
    await wrongTries(browser, code, 5);
    expect(await activation(browser, { code })).toBe('CODE_NOT_GOOD');
    expect(await activation(browser, { secret })).toBe('activated');
  });

  it('gets no more tries by another mail', async () => {
    const email = 'resent@people.example';
    const { browser, code } = await signUp(email);
    await wrongTries(browser, code, 3);
    await resend(browser, email);
    const second = await activationMail(app, email);
    await wrongTries(browser, code, 2);
    expect(await activation(browser, { code: second.code })).toBe('CODE_NOT_GOOD');
    expect(await activation(browser, { code })).toBe('CODE_NOT_GOOD');
    expect(await activation(browser, { secret: second.secret })).toBe('activated');
  });

  it('gets no more tries by trying many at once', async () => {
    const { browser, code } = await signUp('at-once@people.example');
    await Promise.all(
      Array.from({ length: 8 }, () => activation(browser, { code: wrongCode(code) })),
    );
    expect(await activation(browser, { code })).toBe('CODE_NOT_GOOD');
  });

  it('gets ten tries a day for an address, in however many registrations', async () => {
    const email = 'address@people.example';
    for (let round = 0; round < 2; round += 1) {
      const { browser, code } = await signUp(email);
      await wrongTries(browser, code, 5);
    }
    const { browser, code, secret } = await signUp('ADDRESS@people.example');
    expect(await activation(browser, { code })).toBe('CODE_NOT_GOOD');
    expect(await activation(browser, { secret })).toBe('activated');
  });

  it('ends 15 minutes after it was sent, while the link still works', async () => {
    const { browser, code, secret } = await signUp('late@people.example');
    clock.advance(14 * minuteMs);
    const inTime = await signUp('in-time@people.example');
    clock.advance(minuteMs);
    expect(await activation(browser, { code })).toBe('CODE_NOT_GOOD');
    expect(await activation(browser, { secret })).toBe('activated');
    clock.advance(13 * minuteMs);
    expect(await activation(inTime.browser, { code: inTime.code })).toBe('activated');
  });

  it('works once', async () => {
    const { browser, code } = await signUp('once@people.example');
    const same = app.browser(tenant.host);
    browser.cookies.forEach((value, name) => same.cookies.set(name, value));
    expect(await activation(browser, { code })).toBe('activated');
    expect(await activation(same, { code })).toBe('CODE_NOT_GOOD');
  });
});

describe('codes that are not good', () => {
  it('are answered alike: wrong, ended, used up, used, and never issued', async () => {
    const answers = [];
    const wrong = await signUp('wrong@people.example');
    answers.push(await activate(wrong.browser, { code: wrongCode(wrong.code) }));
    const { browser, code } = await signUp('ended@people.example');
    clock.advance(15 * minuteMs);
    answers.push(await activate(browser, { code }));
    await wrongTries(wrong.browser, wrong.code, 5);
    answers.push(await activate(wrong.browser, { code: wrong.code }));
    const used = await signUp('used@people.example');
    await activate(used.browser, { secret: used.secret });
    answers.push(await activate(used.browser, { code: used.code }));
    answers.push(await activate(app.browser(tenant.host), { code: '123456' }));
    expect(answers).toEqual(
      answers.map(() => ({
        activated: false,
        waiting: false,
        redirectTo: null,
        userErrors: [{ field: ['input', 'code'], code: 'CODE_NOT_GOOD' }],
      })),
    );
  });

  it('do not tell whether another address has an account', async () => {
    const taken = 'has-account@people.example';
    const owner = await signUp(taken);
    await activate(owner.browser, { secret: owner.secret });
    await app.mails.next(taken);
    const outcomes = [];
    for (const [own, other] of [
      ['spy-1@people.example', taken],
      ['spy-2@people.example', 'has-none@people.example'],
    ] as const) {
      const { browser, code } = await signUp(own);
      await register(browser, { email: other });
      await app.mails.next(other);
      outcomes.push(await activation(browser, { code }));
    }
    const admin = await signInAgain(app, tenant);
    expect(await statesOf(admin, taken)).toContain('REJECTED ADDRESS_IN_USE');
    expect(outcomes[0]).toBe(outcomes[1]);
  });
});
