import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/platform/clock.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { goodPassword, registerAndActivate } from '../registration/sign-up.js';

/** Stands still but for {@link wait}. */
const clock = { time: Date.now(), now: () => new Date(clock.time) };
const wait = (ms: number): void => void (clock.time += ms);
const cookieName = '__Host-session';

let app: TestApp;
let tenant: TestTenant;
let other: TestTenant;
const ada = { email: 'ada@example.com', password: goodPassword };
beforeAll(async () => {
  app = await startTestApp({ clock });
  tenant = await makeTenant(app);
  other = await makeTenant(app);
  await registerAndActivate(app, app.browser(tenant.host), ada.email);
});

interface Credentials {
  readonly email: string;
  readonly password: string;
}

const signedIn = async (host: string, { email, password }: Credentials): Promise<Browser> => {
  const browser = app.browser(host);
  await signIn(browser, email, password);
  return browser;
};

const whoIs = async (browser: Browser): Promise<string | null> => {
  const { me } = await browser.data<{ me: { user: { id: string } } | null }>(
    '{ me { user { id } } }',
  );
  return me?.user.id ?? null;
};

/** A browser on another host with the same cookie, as if it were not bound to its host. */
const carriedTo = (host: string, from: Browser, token = from.cookies.get(cookieName)): Browser => {
  const browser = app.browser(host);
  browser.cookies.set(cookieName, token ?? '');
  return browser;
};

describe('a session', () => {
  it('lives in a cookie of its host alone, that no script reads', async () => {
    const { headers } = await app
      .browser(tenant.host)
      .graphql('mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } } }', {
        input: ada,
      });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-session=[\w-]{22}\.[\w-]{43}$/);
    expect(attributes.sort()).toEqual(
      ['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure'].sort(),
    );
  });

  it('gets a new secret at every sign-in', async () => {
    const browser = await signedIn(tenant.host, ada);
    const first = browser.cookies.get(cookieName);
    await signIn(browser, ada.email, ada.password);
    expect(browser.cookies.get(cookieName)).not.toBe(first);
  });

  it('of one tenant counts neither on another’s host nor on the console', async () => {
    const browser = await signedIn(tenant.host, ada);
    expect(await whoIs(browser)).not.toBeNull();
    expect(await whoIs(carriedTo(other.host, browser))).toBeNull();
    expect(await whoIs(carriedTo('localhost', browser))).toBeNull();
    expect(await whoIs(carriedTo(other.host, tenant.admin))).toBeNull();
  });

  it('is not another tenant’s because its token says so', async () => {
    const browser = await signedIn(tenant.host, ada);
    const [, secret = ''] = browser.cookies.get(cookieName)?.split('.') ?? [];
    const prefix = Buffer.from(other.id.replaceAll('-', ''), 'hex').toString('base64url');
    for (const token of [
      `${prefix}.${secret}`,
      `${'A'.repeat(22)}.${secret}`,
      secret,
      '.',
      'x'.repeat(5_000),
    ]) {
      expect(await whoIs(carriedTo(other.host, browser, token))).toBeNull();
      expect(await whoIs(carriedTo(tenant.host, browser, token))).toBeNull();
    }
  });
});

describe('a session ends by itself', () => {
  it('for an administrator after 30 minutes without use', async () => {
    const browser = await signedIn('localhost', tenant.administrator);
    wait(29 * minuteMs);
    expect(await whoIs(browser)).not.toBeNull();
    wait(29 * minuteMs);
    expect(await whoIs(browser)).not.toBeNull();
    wait(30 * minuteMs);
    expect(await whoIs(browser)).toBeNull();
  });

  it('for an administrator after 12 hours, however much it is used', async () => {
    const browser = await signedIn('localhost', tenant.administrator);
    for (let passed = 0; passed < 12 * hourMs - 20 * minuteMs; passed += 20 * minuteMs) {
      wait(20 * minuteMs);
      expect(await whoIs(browser)).not.toBeNull();
    }
    wait(20 * minuteMs);
    expect(await whoIs(browser)).toBeNull();
  });

  it('for the user of a customer after 7 days without use, and after 30 days', async () => {
    const idle = await signedIn(tenant.host, ada);
    const used = await signedIn(tenant.host, ada);
    for (let day = 0; day < 6; day += 1) {
      wait(dayMs);
      expect(await whoIs(used)).not.toBeNull();
    }
    wait(dayMs);
    expect(await whoIs(idle)).toBeNull();
    for (let day = 7; day < 29; day += 1) {
      wait(dayMs);
      expect(await whoIs(used)).not.toBeNull();
    }
    wait(2 * dayMs);
    expect(await whoIs(used)).toBeNull();
  });
});

describe('a session is ended', () => {
  let admin: Browser;
  beforeEach(async () => {
    admin = await signedIn('localhost', tenant.administrator);
  });

  it('by signing out: the cookie goes, and its copy counts no more', async () => {
    const browser = await signedIn(tenant.host, ada);
    const copy = carriedTo(tenant.host, browser);
    expect(await whoIs(copy)).not.toBeNull();
    await browser.data('mutation { signOut { signedOut } }');
    expect(browser.cookies.has(cookieName)).toBe(false);
    expect(await whoIs(copy)).toBeNull();
  });

  it('by a changed password, but for the one that changed it', async () => {
    const [one, two] = [await signedIn(tenant.host, ada), await signedIn(tenant.host, ada)];
    const { changePassword } = await one.data<{ changePassword: { changed: boolean } }>(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { changed userErrors { code } } }',
      { input: { currentPassword: ada.password, newPassword: ada.password } },
    );
    expect(changePassword.changed).toBe(true);
    expect(await whoIs(one)).not.toBeNull();
    expect(await whoIs(two)).toBeNull();
  });

  it('by a password that was reset, all of them', async () => {
    const browser = await signedIn(tenant.host, ada);
    const visitor = app.browser(tenant.host);
    await visitor.data(
      'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted } }',
      { input: { email: ada.email } },
    );
    const secret = await resetSecret();
    await visitor.data(
      'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }',
      { input: { secret, password: ada.password } },
    );
    expect(await whoIs(visitor)).not.toBeNull();
    expect(await whoIs(browser)).toBeNull();
  });

  it.each(['endUserSessions', 'disableUser'])('by an administrator: %s', async (action) => {
    const browser = await signedIn(tenant.host, ada);
    const id = await whoIs(browser);
    await admin.data(`mutation ($id: ID!) { ${action}(id: $id) { userErrors { code } } }`, { id });
    expect(await whoIs(browser)).toBeNull();
    if (action === 'disableUser') {
      await admin.data('mutation ($id: ID!) { enableUser(id: $id) { userErrors { code } } }', {
        id,
      });
      expect(await whoIs(browser)).toBeNull();
    }
  });

  it('by suspending the tenant, also for when it is resumed', async () => {
    const system = await becomeSystemAdministrator(app);
    const browser = await signedIn('localhost', other.administrator);
    expect(await whoIs(browser)).not.toBeNull();
    for (const action of ['suspendTenant', 'resumeTenant']) {
      await system.data(`mutation ($id: ID!) { ${action}(id: $id) { userErrors { code } } }`, {
        id: other.id,
      });
      expect(await whoIs(browser)).toBeNull();
    }
  });

  it('by deleting the user', async () => {
    const browser = await signedIn(tenant.host, ada);
    const id = await whoIs(browser);
    await admin.data(
      'mutation ($id: ID!) { deleteUser(id: $id) { deletedId userErrors { code } } }',
      {
        id,
      },
    );
    expect(await whoIs(browser)).toBeNull();
  });
});

/** The secret of the newest reset mail to Ada; other mails came before. */
const resetSecret = async (): Promise<string> => {
  for (;;) {
    const { text = '' } = await app.mails.next(ada.email);
    const secret = /\/reset-password#(\S+)/.exec(text)?.[1];
    if (secret) return secret;
  }
};
