import { beforeAll, describe, expect, it, vi } from 'vitest';
import { overloaded } from '../../src/platform/failures.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { statesOf } from './administrator.js';
import {
  activateMutation,
  activation,
  activationMail,
  disown,
  goodPassword,
  noCaptcha,
  register,
  resend,
} from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, noCaptcha);
});

/** Somebody has signed up; the mail is read in another browser. */
const signUp = async (email: string) => {
  const own = app.browser(tenant.host);
  await register(own, { email });
  return { own, other: app.browser(tenant.host), ...(await activationMail(app, email)) };
};

const wrongPasswords = async (browser: Browser, secret: string, count: number) => {
  const outcomes = [];
  for (let call = 0; call < count; call += 1) {
    outcomes.push(await activation(browser, { secret, password: 'not what was chosen then' }));
  }
  return outcomes;
};

const usersWith = async (email: string): Promise<number> => {
  const { users } = await tenant.admin.data<{ users: { totalCount: number } }>(
    `query ($search: String!) { users(filter: { search: $search }) { totalCount } }`,
    { search: email },
  );
  return users.totalCount;
};

describe('a robot that presses every button in another browser', () => {
  it('activates nothing and ends nothing', async () => {
    const email = 'robot@people.example';
    const { own, other, secret, code } = await signUp(email);
    for (let press = 0; press < 10; press += 1) {
      expect(await activation(other, { secret })).toBe('PASSWORD_REQUIRED');
      expect(await activation(other, { secret, password: '' })).toBe('PASSWORD_REQUIRED');
      expect(await activation(other, { code })).toBe('CODE_NOT_GOOD');
      expect(await disown(other, secret, '')).toBe('EMAIL_DIFFERS');
    }
    expect(await statesOf(tenant.admin, email)).toEqual(['PENDING']);
    expect(await usersWith(email)).toBe(0);
    expect([...other.cookies.keys()]).toEqual([]);
    expect(await activation(own, { secret })).toBe('activated');
  });
});

describe('the password in another browser', () => {
  it('activates and signs in there', async () => {
    const { other, secret } = await signUp('right@people.example');
    expect(await activation(other, { secret, password: goodPassword })).toBe('activated');
    const { me } = await other.data<{ me: { user: { email: string } } }>(
      `{ me { user { email } } }`,
    );
    expect(me.user.email).toBe('right@people.example');
  });

  it('is the one of the registration whose link it is', async () => {
    const email = 'strangers@people.example';
    const { other, secret } = await signUp(email);
    await register(app.browser(tenant.host), { email, password: 'an owner of this address' });
    const owners = await activationMail(app, email);
    expect(await activation(other, { secret, password: 'an owner of this address' })).toBe(
      'PASSWORD_WRONG',
    );
    expect(
      await activation(other, { secret: owners.secret, password: 'an owner of this address' }),
    ).toBe('activated');
  });

  it('ends the link when it is wrong five times, in all browsers', async () => {
    const email = 'five@people.example';
    const { own, other, secret } = await signUp(email);
    expect(await wrongPasswords(other, secret, 5)).toEqual(Array(5).fill('PASSWORD_WRONG'));
    for (const browser of [other, own]) {
      expect(await activation(browser, { secret, password: goodPassword })).toBe('LINK_NOT_GOOD');
    }
    await resend(other, email);
    const fresh = await activationMail(app, email);
    expect(await activation(other, { secret: fresh.secret, password: goodPassword })).toBe(
      'activated',
    );
  });

  it('may be wrong four times', async () => {
    const { other, secret } = await signUp('four@people.example');
    await wrongPasswords(other, secret, 4);
    expect(await activation(other, { secret, password: goodPassword })).toBe('activated');
  });

  it('costs no try when the busy server could not look at it', async () => {
    const { other, secret } = await signUp('busy@people.example');
    const verify = vi.spyOn(app.server.slices.hasher, 'verify');
    for (let call = 0; call < 6; call += 1) {
      verify.mockRejectedValueOnce(overloaded(2));
      const { errors } = await other.graphql<object>(activateMutation, {
        input: { secret, password: goodPassword },
      });
      expect(errors[0]?.extensions.code).toBe('OVERLOADED');
    }
    verify.mockRestore();
    expect(await activation(other, { secret, password: goodPassword })).toBe('activated');
  });

  it('gets no more tries by trying many at once', async () => {
    const { other, secret } = await signUp('at-once@people.example');
    const calls = Array.from({ length: 12 }, () => wrongPasswords(other, secret, 1));
    const outcomes = (await Promise.all(calls)).flat();
    expect(outcomes.filter((code) => code === 'PASSWORD_WRONG')).toHaveLength(5);
    expect(await activation(other, { secret, password: goodPassword })).toBe('LINK_NOT_GOOD');
  });

  it('is asked for with the cookie of another registration, too', async () => {
    const stranger = app.browser(tenant.host);
    await register(stranger, { email: 'stranger@people.example' });
    const { secret } = await signUp('cookies@people.example');
    expect(await activation(stranger, { secret })).toBe('PASSWORD_REQUIRED');
  });
});

describe('«this wasn’t me»', () => {
  it('needs the address that got the mail, typed in any case', async () => {
    const email = 'disowned@people.example';
    const { own, other, secret } = await signUp(email);
    for (const typed of ['', 'somebody@people.example', 'disowned', `${email}, x@people.example`]) {
      expect(await disown(other, secret, typed)).toBe('EMAIL_DIFFERS');
    }
    expect(await statesOf(tenant.admin, email)).toEqual(['PENDING']);
    expect(await disown(other, secret, ' Disowned@People.example ')).toBe('ended');
    expect(await statesOf(tenant.admin, email)).toEqual(['REJECTED DISOWNED']);
    expect(await disown(own, secret, email)).toBe('LINK_NOT_GOOD');
  });

  it('leaves nothing that could be activated', async () => {
    const email = 'ended@people.example';
    const { own, other, secret, code } = await signUp(email);
    await resend(own, email);
    const fresh = await activationMail(app, email);
    await disown(other, secret, email);
    expect(await activation(own, { secret })).toBe('LINK_NOT_GOOD');
    expect(await activation(own, { secret: fresh.secret })).toBe('LINK_NOT_GOOD');
    expect(await activation(own, { code })).toBe('CODE_NOT_GOOD');
    expect(await activation(own, { code: fresh.code })).toBe('CODE_NOT_GOOD');
    expect(await activation(other, { secret, password: goodPassword })).toBe('LINK_NOT_GOOD');
    expect(await usersWith(email)).toBe(0);
  });

  it('changes nothing for a link that is not good', async () => {
    const { own, secret } = await signUp('active@people.example');
    await activation(own, { secret });
    expect(await disown(own, secret, 'active@people.example')).toBe('LINK_NOT_GOOD');
    expect(await statesOf(tenant.admin, 'active@people.example')).toEqual(['ACTIVATED']);
  });
});
