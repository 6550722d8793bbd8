import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/platform/clock.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { registrationsOf, signInAgain, statesOf } from './administrator.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activation,
  activationMail,
  disown,
  noCaptcha,
  register,
  resend,
  submit,
} from './sign-up.js';

const clock = createTestClock();
let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp({ clock });
  tenant = await makeTenant(app, noCaptcha);
  stored = await openStoredRows(app);
});

/** The regular job, as the queue runs it every ten minutes. */
const tend = (): Promise<void> => app.server.slices.registration.expireRegistrations();

const signUp = async (email: string) => {
  const browser = app.browser(tenant.host);
  await register(browser, { email });
  return { browser, ...(await activationMail(app, email)) };
};

const states = async (email: string): Promise<string[]> =>
  statesOf(await signInAgain(app, tenant), email);

const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await stored.select(sql, values)).length;

describe('a registration that nobody activates', () => {
  it('is pending until its last link has ended, then expired, and gone 7 days later', async () => {
    const email = 'never@people.example';
    const { browser } = await signUp(email);
    clock.advance(12 * hourMs);
    await resend(browser, email);
    const { secret } = await activationMail(app, email);
    clock.advance(23.9 * hourMs);
    await tend();
    expect(await states(email)).toEqual(['PENDING']);
    clock.advance(0.2 * hourMs);
    await tend();
    const [seen] = await registrationsOf(await signInAgain(app, tenant), email);
    expect(seen).toMatchObject({ state: 'EXPIRED' });
    expect(seen?.timeline.at(-1)).toMatchObject({ kind: 'EXPIRED' });
    expect(await activation(browser, { secret })).toBe('LINK_NOT_GOOD');
    clock.advance(6.9 * dayMs);
    await tend();
    expect(await states(email)).toEqual(['EXPIRED']);
    clock.advance(0.1 * dayMs);
    await tend();
    expect(await states(email)).toEqual([]);
    expect(await count('select from activation_proofs')).toBe(0);
    expect(await count('select from mail_messages where recipient = $1', email)).toBe(0);
  });

  it('gets no mail any more, and blocks nobody who registers anew', async () => {
    const email = 'anew@people.example';
    const { browser } = await signUp(email);
    clock.advance(dayMs + minuteMs);
    await tend();
    await resend(browser, email);
    await expect
      .poll(() =>
        count(`select from mail_messages where recipient = $1 and state = 'SKIPPED'`, email),
      )
      .toBe(1);
    const again = await signUp(email);
    expect(await activation(again.browser, { secret: again.secret })).toBe('activated');
    expect(await states(email)).toEqual(['ACTIVATED', 'EXPIRED']);
  });

  it('goes, too, when its mail could never be put together', async () => {
    const email = 'linkless@people.example';
    await signUp(email);
    await stored.select('update registrations set expires_at = null where email = $1', [email]);
    clock.advance(6.9 * dayMs);
    await tend();
    expect(await states(email)).toEqual(['PENDING']);
    clock.advance(0.2 * dayMs);
    await tend();
    expect(await states(email)).toEqual([]);
  });

  it('goes 7 days after it was rejected', async () => {
    const email = 'rejected@people.example';
    const { browser, secret } = await signUp(email);
    await disown(browser, secret, email);
    await tend();
    expect(await states(email)).toEqual(['REJECTED DISOWNED']);
    clock.advance(8.1 * dayMs);
    await tend();
    expect(await states(email)).toEqual([]);
  });
});

describe('a registration that was activated', () => {
  it('stays', async () => {
    const email = 'stays@people.example';
    const { browser, secret } = await signUp(email);
    await activation(browser, { secret });
    clock.advance(60 * dayMs);
    await tend();
    expect(await states(email)).toEqual(['ACTIVATED']);
  });
});

describe('what strangers leave behind', () => {
  it('of captchas goes an hour after it ended', async () => {
    const { host } = await makeTenant(app);
    await submit(app.browser(host), { email: 'pass@people.example' });
    const passes = () => count('select from captcha_passes');
    expect(await passes()).toBe(1);
    clock.advance(69 * minuteMs);
    await tend();
    expect(await passes()).toBe(1);
    clock.advance(2 * minuteMs);
    await tend();
    expect(await passes()).toBe(0);
  });

  it('of mails that were needless goes after 30 days', async () => {
    const email = 'nobody@people.example';
    const messages = (state: string) =>
      count('select from mail_messages where recipient = $1 and state = $2', email, state);
    await resend(app.browser(tenant.host), email);
    await app
      .browser(tenant.host)
      .data(
        `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted } }`,
        { input: { email } },
      );
    await expect.poll(() => messages('SKIPPED')).toBe(2);
    clock.advance(29.9 * dayMs);
    await tend();
    expect(await messages('SKIPPED')).toBe(2);
    clock.advance(0.2 * dayMs);
    await tend();
    expect(await messages('SKIPPED')).toBe(0);
  });

  it('of mails that belong to somebody stays with them', async () => {
    const email = 'owner@people.example';
    const { browser, secret } = await signUp(email);
    await activation(browser, { secret });
    await expect
      .poll(() => count(`select from mail_messages where recipient = $1 and state = 'SENT'`, email))
      .toBe(2);
    clock.advance(31 * dayMs);
    await tend();
    expect(await count('select from mail_messages where recipient = $1', email)).toBe(2);
  });
});
