import { beforeAll, describe, expect, it } from 'vitest';
import { hourMs } from '../../src/platform/clock.js';
import { newSecret, withTenant } from '../../src/platform/secrets.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activateMutation,
  activation,
  activationMail,
  goodPassword,
  noCaptcha,
  outcomeOf,
  register,
} from './sign-up.js';

const [session, signup] = ['__Host-session', '__Host-signup'] as const;
const daySeconds = 24 * 3_600;
const clock = createTestClock();

let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp({ clock });
  tenant = await makeTenant(app, noCaptcha);
  stored = await openStoredRows(app);
});

/** A cookie that an answer sets, taken apart. */
const cookieOf = (
  { headers }: { readonly headers: Readonly<Record<string, string | string[] | undefined>> },
  name: string,
) => {
  const found = [headers['set-cookie'] ?? []].flat().find((text) => text.startsWith(`${name}=`));
  const [pair = '', ...attributes] = (found ?? '').split('; ');
  return { value: pair.slice(name.length + 1), attributes: attributes.toSorted() };
};

const attributes = (maxAge: number) => [
  'HttpOnly',
  `Max-Age=${maxAge}`,
  'Path=/',
  'SameSite=Lax',
  'Secure',
];

const signUp = async (email: string) => {
  const browser = app.browser(tenant.host);
  const answer = await register(browser, { email });
  return { browser, answer, ...(await activationMail(app, email)) };
};

const whoIs = async (browser: Browser): Promise<string | null> => {
  const { me } = await browser.data<{ me: { user: { email: string } } | null }>(
    `{ me { user { email } } }`,
  );
  return me?.user.email ?? null;
};

describe('the sign-up cookie', () => {
  it('is a fresh secret for the page alone, as long as the registration lives', async () => {
    const { answer } = await signUp('attributes@people.example');
    const cookie = cookieOf(answer, signup);
    expect(cookie.value).toMatch(/^[\w-]{43}$/);
    expect(cookie.attributes).toEqual(attributes(8 * daySeconds));
    const other = await signUp('other@people.example');
    expect(cookieOf(other.answer, signup).value).not.toBe(cookie.value);
  });

  it('is stored as a hash only', async () => {
    const { answer } = await signUp('hashed@people.example');
    const { value } = cookieOf(answer, signup);
    const [row] = await stored.select<{ all: string; hash: string }>(
      `select registrations::text as all, encode(cookie_hash, 'hex') as hash
         from registrations where email = 'hashed@people.example'`,
    );
    const raw = Buffer.from(value, 'base64url').toString('hex');
    expect(row?.all).not.toContain(value);
    expect(row?.hash).toHaveLength(64);
    expect(row?.hash).not.toBe(raw);
  });

  it('is replaced when the browser sends anything else', async () => {
    for (const odd of ['', 'x', 'a'.repeat(44), '../../etc/passwd']) {
      const browser = app.browser(tenant.host);
      browser.cookies.set(signup, odd);
      const { value } = cookieOf(await register(browser, { email: 'faulty' }), signup);
      expect(value).toMatch(/^[\w-]{43}$/);
      expect(value).not.toBe(odd);
    }
  });

  it('goes with the activation', async () => {
    const { browser, secret } = await signUp('gone@people.example');
    const answer = await browser.graphql(activateMutation, { input: { secret } });
    expect(cookieOf(answer, signup)).toEqual({ value: '', attributes: attributes(0) });
    expect([...browser.cookies.keys()]).toEqual([session]);
  });
});

describe('the session cookie', () => {
  it('is for the page alone, 30 days for customer users and 12 hours for administrators', async () => {
    const { browser, secret } = await signUp('session@people.example');
    const answer = await browser.graphql(activateMutation, { input: { secret } });
    expect(cookieOf(answer, session).attributes).toEqual(attributes(30 * daySeconds));
    const { administrator } = tenant;
    const console = await app
      .browser()
      .graphql(
        `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`,
        { input: administrator },
      );
    expect(cookieOf(console, session).attributes).toEqual(attributes(daySeconds / 2));
  });

  it('is a new one at every sign-in and activation', async () => {
    const email = 'renewed@people.example';
    const { browser, secret } = await signUp(email);
    const stray = withTenant(tenant.id, newSecret());
    browser.cookies.set(session, stray);
    await activation(browser, { secret });
    const seen = [stray, browser.cookies.get(session)];
    for (let time = 0; time < 2; time += 1) {
      await signIn(browser, email, goodPassword);
      seen.push(browser.cookies.get(session));
    }
    expect(new Set(seen).size).toBe(4);
    expect(await whoIs(browser)).toBe(email);
  });

  it('that nobody was given is no session, nor is one of another tenant', async () => {
    const { browser: owner, secret } = await signUp('owner@people.example');
    await activation(owner, { secret });
    const good = owner.cookies.get(session) ?? '';
    const other = await makeTenant(app, noCaptcha);
    const invented = [
      ...['', 'x', 'null', newSecret(), withTenant(tenant.id, newSecret())],
      good.slice(0, -1),
      `${good}A`,
      withTenant(other.id, good.split('.')[1] ?? ''),
    ];
    for (const value of invented) {
      const stranger = app.browser(tenant.host);
      stranger.cookies.set(session, value);
      expect(await whoIs(stranger)).toBeNull();
    }
    const elsewhere = app.browser(other.host);
    elsewhere.cookies.set(session, good);
    expect(await whoIs(elsewhere)).toBeNull();
    const console = app.browser();
    console.cookies.set(session, good);
    expect(await whoIs(console)).toBeNull();
    expect(await whoIs(owner)).toBe('owner@people.example');
  });

  it('does not come from a failed sign-in or activation', async () => {
    const { browser, code } = await signUp('failed@people.example');
    await activation(browser, { code: code === '000000' ? '000001' : '000000' });
    await browser.graphql(
      `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`,
      { input: { email: 'failed@people.example', password: goodPassword } },
    );
    expect([...browser.cookies.keys()]).toEqual([signup]);
  });

  it('ends when it is not used for 7 days, and after 30 days at the latest', async () => {
    const { browser, secret } = await signUp('idle@people.example');
    await activation(browser, { secret });
    for (let day = 6; day <= 24; day += 6) {
      clock.advance(6 * 24 * hourMs);
      expect(await whoIs(browser)).toBe('idle@people.example');
    }
    clock.advance(6.1 * 24 * hourMs);
    expect(await whoIs(browser)).toBeNull();
    await signIn(browser, 'idle@people.example', goodPassword);
    clock.advance(7.1 * 24 * hourMs);
    expect(await whoIs(browser)).toBeNull();
  });
});

describe('a call with cookies', () => {
  it('from another site is refused, and does nothing', async () => {
    const browser = app.browser(tenant.host);
    expect(outcomeOf(await register(browser, { email: 'csrf@people.example' }))).toBe('accepted');
    const { secret } = await activationMail(app, 'csrf@people.example');
    const body = JSON.stringify({ query: activateMutation, variables: { input: { secret } } });
    for (const headers of [
      { 'content-type': 'application/json', origin: 'http://evil.example' },
      { 'content-type': 'application/json', origin: 'null' },
      { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      { 'content-type': 'application/json' },
      { 'content-type': 'text/plain', origin: `http://${tenant.host}:${app.server.port}` },
    ]) {
      const { status } = await browser.send({ method: 'POST', path: '/graphql', headers, body });
      expect([403, 415]).toContain(status);
    }
    expect(await activation(browser, { secret })).toBe('activated');
  });
});
