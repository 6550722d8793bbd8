import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { activation, activationMail, noCaptcha, outcomeOf, register } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, noCaptcha);
});

const attempt = async (password: string, input: Record<string, unknown> = {}): Promise<string> =>
  outcomeOf(
    await register(app.browser(tenant.host), { email: 'p@people.example', ...input, password }),
  );

/** Of different words, so that no rule but the length matters. */
const ofLength = (length: number): string =>
  'quiet marble lantern over nine bridges, '.repeat(30).slice(0, length);

describe('a password', () => {
  it.each<[string, string, string]>([
    ['is missing', '', 'REQUIRED'],
    ['has 14 characters', ofLength(14), 'PASSWORD_TOO_SHORT'],
    ['has 15 characters', ofLength(15), 'accepted'],
    ['has 128 characters', ofLength(128), 'accepted'],
    ['has 129 characters', ofLength(129), 'PASSWORD_TOO_LONG'],
    ['has more than 1,024 bytes', ofLength(1_025), 'PASSWORD_TOO_LONG'],
    ['has 15 characters beyond the basic plane', '🦦🎻🌋🧭🪁🧩🪐🦜🎲🧵🪴🦔🧊🥁🪃', 'accepted'],
    ['has 14 of them', '🦦🎻🌋🧭🪁🧩🪐🦜🎲🧵🪴🦔🧊🥁', 'PASSWORD_TOO_SHORT'],
    ['has 128 of them', '🦦🎻🌋🧭🪁🧩🪐🦜'.repeat(15) + '🎲🧵🪴🦔🧊🥁🪃🐝', 'accepted'],
    [
      'is long enough only before it is normalised',
      'e\u0301t\u00e9 quiet ott',
      'PASSWORD_TOO_SHORT',
    ],
    ['is long enough only once it is normalised', 'ﬃ quiet otter', 'accepted'],
    ['has a tab', 'quiet marble\tlantern', 'PASSWORD_CONTROL_CHARACTERS'],
    ['has a line break', 'quiet marble\nlantern', 'PASSWORD_CONTROL_CHARACTERS'],
    ['has a NUL', 'quiet marble\u0000lantern', 'PASSWORD_CONTROL_CHARACTERS'],
    [
      'has a control character of Latin-1',
      'quiet marble\u0085lantern',
      'PASSWORD_CONTROL_CHARACTERS',
    ],
    ['has half a character', 'quiet marble \ud83e lantern', 'PASSWORD_CONTROL_CHARACTERS'],
    ['is listed', 'Q1w2e3r4t5y6u7i8o9p0', 'PASSWORD_COMMON'],
    ['repeats a few characters', 'abcabcabcabcabcabc', 'PASSWORD_COMMON'],
    ['repeats one character', 'zzzzzzzzzzzzzzzzzz', 'PASSWORD_COMMON'],
    ['walks over the keyboard', 'QWERTYUIOPasdfghjkl', 'PASSWORD_COMMON'],
    ['counts', '12345678901234567890', 'PASSWORD_COMMON'],
    ['has spaces around it', '  quiet marble lantern  ', 'accepted'],
    ['has no digit, capital or sign', 'quietmarblelanternover', 'accepted'],
  ])('that %s', async (_what, password, outcome) => {
    expect(await attempt(password)).toBe(outcome);
  });

  it.each<[string, string, Record<string, unknown>]>([
    [
      'the local part of the address',
      'my LOVELACE password',
      { email: 'ada.lovelace@people.example' },
    ],
    [
      'a word of a tagged address',
      'shopping list of mine',
      { email: 'ada+shopping@people.example' },
    ],
    ['the first name', 'for augusta and others', { firstName: 'Augusta' }],
    ['a part of the last name', 'quiet marble BYRON bridge', { lastName: 'King-Byron' }],
    ['the last name in other characters', 'quiet ｂｙｒｏｎ bridge', { lastName: 'Byron' }],
  ])('that has %s is refused', async (_what, password, input) => {
    expect(await attempt(password, input)).toBe('PASSWORD_CONTAINS_PERSONAL');
  });

  it('that has the name of the tenant is refused', async () => {
    const word = tenant.name.split(' ')[1] ?? '';
    expect(await attempt(`my ${word.toUpperCase()} password`)).toBe('PASSWORD_CONTAINS_PERSONAL');
  });

  it('may have words of three characters, and the provider of the address', async () => {
    const input = { email: 'ada@people.example', firstName: 'Ada', lastName: 'Li' };
    expect(await attempt('ada and li like people', input)).toBe('accepted');
  });
});

describe('all faults of the form', () => {
  it('are told at once, each at its field', async () => {
    const { data } = await register(app.browser(tenant.host), {
      email: 'no address',
      password: 'short',
      firstName: 'A\u0000da',
      lastName: 'L'.repeat(256),
    });
    expect(data?.register).toEqual({
      accepted: false,
      userErrors: expect.arrayContaining([
        { field: ['input', 'email'], code: 'INVALID_EMAIL' },
        { field: ['input', 'password'], code: 'PASSWORD_TOO_SHORT' },
        { field: ['input', 'firstName'], code: 'INVALID_TEXT' },
        { field: ['input', 'lastName'], code: 'TOO_LONG' },
      ]) as unknown,
    });
    expect(data?.register.userErrors).toHaveLength(4);
  });
});

describe('the same password in another form of Unicode', () => {
  const typed = 'Ångström ﬁddles nine';
  const email = 'forms@people.example';

  it.each(['NFC', 'NFD', 'NFKC', 'NFKD'])('signs in: %s', async (form) => {
    const address = `${form}.${email}`.toLowerCase();
    const browser = app.browser(tenant.host);
    await register(browser, { email: address, password: typed });
    const { secret } = await activationMail(app, address);
    await activation(browser, { secret });
    await signIn(app.browser(tenant.host), address, typed.normalize(form));
  });

  it('activates in another browser', async () => {
    await register(app.browser(tenant.host), { email, password: typed.normalize('NFD') });
    const { secret } = await activationMail(app, email);
    const other = app.browser(tenant.host);
    expect(await activation(other, { secret, password: typed.normalize('NFKC') })).toBe(
      'activated',
    );
  });
});

describe('what can be no address or password', () => {
  it.each([
    'a\u0000@people.example',
    '\ud800@people.example',
    'x'.repeat(300),
    '😀',
    "' or 1=1 --",
  ])('is wrong at sign-in like any other: %j', async (odd) => {
    const { signIn: answer } = await app
      .browser(tenant.host)
      .data<{ signIn: object }>(
        `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { code } } }`,
        { input: { email: odd, password: odd } },
      );
    expect(answer).toEqual({ me: null, userErrors: [{ code: 'WRONG_CREDENTIALS' }] });
  });
});
