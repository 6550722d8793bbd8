import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { statesOf } from './administrator.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activate,
  activation,
  activationMail,
  goodPassword,
  noCaptcha,
  outcomeOf,
  register,
} from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp();
  stored = await openStoredRows(app);
  tenant = await makeTenant(app, noCaptcha);
});

/** Several people, or one in several browsers, sign up with one address at once. */
const registerAtOnce = async (email: string, times: number) => {
  const browsers = Array.from({ length: times }, () => app.browser(tenant.host));
  const answers = await Promise.all(
    browsers.map((browser, index) =>
      register(browser, { email, password: `${goodPassword} ${index}` }),
    ),
  );
  const mails = [];
  for (let read = 0; read < times; read += 1) mails.push(await activationMail(app, email));
  return { browsers, answers, mails };
};

/** Which of the mails belongs to a browser: in no other one it goes without the password. */
const activateOwn = async (browser: Browser, secrets: readonly string[]): Promise<string> => {
  for (const secret of secrets) {
    const outcome = await activation(browser, { secret });
    if (outcome !== 'PASSWORD_REQUIRED') return outcome;
  }
  return 'none';
};

describe('the same address registered twice at once', () => {
  it('is accepted both times, and each time makes a registration of its own', async () => {
    const email = 'twice@people.example';
    const { answers } = await registerAtOnce(email, 2);
    expect(answers.map(outcomeOf)).toEqual(['accepted', 'accepted']);
    expect(await statesOf(tenant.admin, email)).toEqual(['PENDING', 'PENDING']);
  });

  it('goes to the first that is activated; the other one dies', async () => {
    const email = 'first@people.example';
    const { browsers, mails } = await registerAtOnce(email, 2);
    const [first, second] = browsers as [Browser, Browser];
    const secrets = mails.map(({ secret }) => secret);
    expect(await activateOwn(second, secrets)).toBe('activated');
    expect(await activateOwn(first, secrets)).toBe('LINK_NOT_GOOD');
    for (const { code } of mails) expect(await activation(first, { code })).toBe('CODE_NOT_GOOD');
    expect((await statesOf(tenant.admin, email)).toSorted()).toEqual([
      'ACTIVATED',
      'REJECTED ANOTHER_ACTIVATED',
    ]);
    const kept = await stored.select(
      `select from registrations where email = $1 and password_hash <> ''`,
      [email],
    );
    expect(kept).toEqual([]);
  });

  it('keeps the password of the one that was activated', async () => {
    const email = 'password@people.example';
    const { browsers, mails } = await registerAtOnce(email, 2);
    const secrets = mails.map(({ secret }) => secret);
    expect(await activateOwn(browsers[1]!, secrets)).toBe('activated');
    const mayEnter = async (password: string): Promise<boolean> => {
      const { signIn } = await app
        .browser(tenant.host)
        .data<{ signIn: { me: object | null } }>(
          `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } } }`,
          { input: { email, password } },
        );
      return signIn.me !== null;
    };
    expect(await mayEnter(`${goodPassword} 1`)).toBe(true);
    expect(await mayEnter(`${goodPassword} 0`)).toBe(false);
  });

  it.each([1, 2, 3])('activated at once makes one customer: round %i', async (round) => {
    const email = `at-once-${round}@people.example`;
    const { browsers, mails } = await registerAtOnce(email, 4);
    const calls = browsers.flatMap((browser) =>
      mails.map(({ secret }) => activate(browser, { secret })),
    );
    const activated = (await Promise.all(calls)).filter((answer) => answer.activated);
    expect(activated).toHaveLength(1);
    const { customers } = await tenant.admin.data<{ customers: { totalCount: number } }>(
      `query ($search: String!) { customers(search: $search) { totalCount } }`,
      { search: email },
    );
    expect(customers.totalCount).toBe(1);
    expect((await statesOf(tenant.admin, email)).toSorted()).toEqual([
      'ACTIVATED',
      'REJECTED ANOTHER_ACTIVATED',
      'REJECTED ANOTHER_ACTIVATED',
      'REJECTED ANOTHER_ACTIVATED',
    ]);
  });
});
