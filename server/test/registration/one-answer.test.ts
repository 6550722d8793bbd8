import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type Browser, type GraphqlAnswer, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { statesOf } from './administrator.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import { register, registerAndActivate, resend, solveCaptcha, submit } from './sign-up.js';

type Answer = GraphqlAnswer<object>;

const taken = 'taken@people.example';

let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, { notifyNobody: true });
  stored = await openStoredRows(app);
  await registerAndActivate(app, app.browser(tenant.host), taken);
  await app.mails.next(taken);
});

const setCookies = ({ headers }: Answer): string[] =>
  [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.replace(/=[\w.-]{20,};/, '=…;'));

/** All that a stranger sees of an answer: but for the date and the secret of a cookie. */
const visible = (answer: Answer) => {
  const { date: _date, ...headers } = answer.headers;
  return {
    status: answer.status,
    body: answer.body,
    headers: { ...headers, 'set-cookie': setCookies(answer) },
  };
};

const requestReset = (browser: Browser, email: string): Promise<Answer> =>
  browser.graphql(
    `mutation ($input: RequestPasswordResetInput!) {
       requestPasswordReset(input: $input) { accepted userErrors { code } }
     }`,
    { input: { email } },
  );

const signInWrongly = (browser: Browser, email: string): Promise<Answer> =>
  browser.graphql(
    `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { field code message } } }`,
    { input: { email, password: 'not the password of anybody' } },
  );

describe('what a stranger is answered', () => {
  it.each<[string, (browser: Browser, email: string) => Promise<Answer>, RegExp]>([
    ['register', (browser, email) => submit(browser, { email }), /"accepted":true/],
    ['resendActivation', resend, /"accepted":true/],
    ['requestPasswordReset', requestReset, /"accepted":true/],
    ['signIn', signInWrongly, /WRONG_CREDENTIALS/],
  ])('by %s is the same whether or not the address has an account', async (_name, call, form) => {
    const ofTaken = await call(app.browser(tenant.host), taken);
    const ofFree = await call(app.browser(tenant.host), 'stolz@people.example');
    expect(ofTaken.body).toMatch(form);
    expect(visible(ofTaken)).toEqual(visible(ofFree));
  });

  it('by register is the same for faulty fields', async () => {
    const [ofTaken, ofFree] = await Promise.all(
      [taken, 'wrong@people.example'].map((email) =>
        register(app.browser(tenant.host), { email, password: 'short' }),
      ),
    );
    expect(ofTaken?.body).toContain('PASSWORD_TOO_SHORT');
    expect(visible(ofTaken as Answer)).toEqual(visible(ofFree as Answer));
  });

  it('sets the cookie of the signing-up browser for both, also when nothing is taken', async () => {
    for (const email of [taken, 'cookie@people.example']) {
      const answer = await register(app.browser(tenant.host), { email });
      expect(answer.body).toContain('CAPTCHA_REQUIRED');
      expect(setCookies(answer)).toEqual([expect.stringMatching(/^__Host-signup=/)]);
    }
  });
});

describe('the work behind it', () => {
  const rowCounts = async () =>
    (
      await stored.select<{ registrations: string; mails: string }>(
        `select (select count(*) from registrations) as registrations,
                (select count(*) from mail_messages) as mails`,
      )
    ).map(({ registrations, mails }) => [Number(registrations), Number(mails)])[0] as [
      number,
      number,
    ];

  it.each([taken, 'work@people.example'])(
    'of register is one hash and two rows for %s',
    async (email) => {
      const browser = app.browser(tenant.host);
      const captchaToken = await solveCaptcha(browser);
      const hash = vi.spyOn(app.server.slices.hasher, 'hash');
      const [registrations, mails] = await rowCounts();
      await register(browser, { email, captchaToken });
      expect(await rowCounts()).toEqual([registrations + 1, mails + 1]);
      expect(hash).toHaveBeenCalledTimes(1);
      hash.mockRestore();
    },
  );

  it.each([taken, 'nobody@people.example'])('of signIn is one hash for %s', async (email) => {
    const verify = vi.spyOn(app.server.slices.hasher, 'verify');
    await signInWrongly(app.browser(tenant.host), email);
    expect(verify).toHaveBeenCalledTimes(1);
    verify.mockRestore();
  });

  it.each([taken, 'nobody@people.example'])(
    'of resendActivation and requestPasswordReset is a mail in the log for %s',
    async (email) => {
      const browser = app.browser(tenant.host);
      const [, before] = await rowCounts();
      await resend(browser, email);
      await requestReset(browser, email);
      expect((await rowCounts())[1]).toBe(before + 2);
    },
  );
});

describe('the owner of a taken address', () => {
  it('is told by mail, in their language, and the registration comes to nothing', async () => {
    const owner = 'owner@people.example';
    await registerAndActivate(app, app.browser(tenant.host), owner);
    await app.mails.next(owner);
    await submit(app.browser(tenant.host), { email: 'OWNER@people.example', locale: 'de-AT' });
    const mail = await app.mails.next('OWNER@people.example');
    expect(mail.subject).toBe('Sie haben schon ein Konto');
    expect(mail.text).not.toMatch(/\/signup\/activate|\b\d{6}\b/);
    expect(await statesOf(tenant.admin, 'owner@')).toEqual([
      'REJECTED ADDRESS_IN_USE',
      'ACTIVATED',
    ]);
  });

  it('is told the same on asking for another activation mail', async () => {
    const owner = 'again@people.example';
    await registerAndActivate(app, app.browser(tenant.host), owner);
    await app.mails.next(owner);
    await resend(app.browser(tenant.host), owner);
    expect((await app.mails.next(owner)).subject).toBe('You already have an account');
  });
});
