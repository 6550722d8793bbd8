import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { deletePage, statesOf, updatePage } from './administrator.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activation,
  activationMail,
  disown,
  noCaptcha,
  outcomeOf,
  register,
  resend,
  solveCaptcha,
} from './sign-up.js';

let app: TestApp;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp();
  stored = await openStoredRows(app);
});

const pageOf = async (browser: Browser, domain?: string): Promise<object | null> => {
  const { signUpPage } = await browser.data<{ signUpPage: object | null }>(
    `query ($domain: String) { signUpPage(domain: $domain) { host } }`,
    { domain },
  );
  return signUpPage;
};

const signUp = async (host: string, email: string) => {
  const browser = app.browser(host);
  await register(browser, { email });
  return { browser, ...(await activationMail(app, email)) };
};

const rolesOf = async (browser: Browser): Promise<string[]> => {
  const { me } = await browser.data<{ me: { user: { roles: { name: string }[] } } }>(
    `{ me { user { roles { name } } } }`,
  );
  return me.user.roles.map(({ name }) => name);
};

describe('a page that is switched off', () => {
  it('refuses at once, also whoever has the form open with a solved captcha', async () => {
    const { admin, host, selfRegistrationId } = await makeTenant(app);
    const browser = app.browser(host);
    const captchaToken = await solveCaptcha(browser);
    await updatePage(admin, selfRegistrationId, { enabled: false });
    const { data } = await register(browser, { email: 'off@people.example', captchaToken });
    expect(data?.register).toEqual({
      accepted: false,
      userErrors: [{ field: ['domain'], code: 'DISABLED' }],
    });
    await expect.poll(() => pageOf(browser)).toBeNull();
    expect(await statesOf(admin, 'off@people.example')).toEqual([]);
    await updatePage(admin, selfRegistrationId, { enabled: true });
    await expect.poll(() => pageOf(browser)).toEqual({ host });
  });

  it('tells whoever visits it that sign-up is not available, and gives no challenge', async () => {
    const { host } = await makeTenant(app, { enabled: false });
    const browser = app.browser(host);
    expect(await browser.data(`{ captchaChallenge { challenge } }`)).toEqual({
      captchaChallenge: null,
    });
    const { status, body } = await browser.send({ path: '/signup' });
    expect(status).toBe(404);
    expect(body).toContain('"page":null');
  });

  it('lets registrations that were made be resent and activated', async () => {
    const { admin, host, selfRegistrationId } = await makeTenant(app, noCaptcha);
    const first = await signUp(host, 'made@people.example');
    const second = await signUp(host, 'resent@people.example');
    await updatePage(admin, selfRegistrationId, { enabled: false });
    await expect.poll(() => pageOf(first.browser)).toBeNull();
    expect(await activation(first.browser, { code: first.code })).toBe('activated');
    await resend(second.browser, 'resent@people.example');
    const { secret } = await activationMail(app, 'resent@people.example');
    expect(await activation(second.browser, { secret })).toBe('activated');
    expect(await rolesOf(second.browser)).toEqual(['Customer Administrator']);
  });
});

describe('a page that is deleted', () => {
  const pendingAt = async (page: Record<string, unknown> = {}) => {
    const tenant = await makeTenant(app, { ...noCaptcha, ...page });
    const email = `pending@${tenant.host.replace('.localhost', '.example')}`;
    return { tenant, email, ...(await signUp(tenant.host, email)) };
  };

  it('asks first what becomes of pending registrations', async () => {
    const { tenant, email } = await pendingAt();
    expect(await deletePage(tenant)).toEqual(['PENDING_UNDECIDED']);
    expect(await statesOf(tenant.admin, email)).toEqual(['PENDING']);
  });

  it('lets them finish with the grants as last saved', async () => {
    const { tenant, email, browser } = await pendingAt({ customerTitlePrefix: 'Home of ' });
    expect(await deletePage(tenant, 'LET_FINISH')).toEqual([]);
    await resend(browser, email);
    const { secret } = await activationMail(app, email);
    expect(await activation(browser, { secret })).toBe('activated');
    expect(await rolesOf(browser)).toEqual(['Customer Administrator']);
    const { me } = await browser.data<{ me: { user: { customer: { title: string } } } }>(
      `{ me { user { customer { title } } } }`,
    );
    expect(me.user.customer.title).toBe(`Home of ${email}`);
  });

  it('keeps with them what activation needs, and no more', async () => {
    const keys = { siteKey: 'site-key', secretKey: 'a-secret-key' };
    const { tenant, email } = await pendingAt();
    await updatePage(tenant.admin, tenant.selfRegistrationId, {
      captcha: { provider: 'RECAPTCHA_V2', ...keys },
    });
    await deletePage(tenant, 'LET_FINISH');
    const [row] = await stored.select<{ saved_grants: object }>(
      'select saved_grants from registrations where email = $1',
      [email],
    );
    expect(Object.keys(row?.saved_grants ?? {}).toSorted()).toEqual([
      'activationLinkLifetime',
      'alwaysFullscreen',
      'assignments',
      'customerTitlePrefix',
      'defaultDashboardId',
      'requiresApproval',
      'targetCustomerGroupId',
    ]);
  });

  it('ends them when that is chosen', async () => {
    const { tenant, email, browser, secret, code } = await pendingAt();
    expect(await deletePage(tenant, 'END')).toEqual([]);
    expect(await activation(browser, { secret })).toBe('LINK_NOT_GOOD');
    expect(await activation(browser, { code })).toBe('CODE_NOT_GOOD');
    expect(await statesOf(tenant.admin, email)).toEqual(['REJECTED PAGE_DELETED']);
  });

  it('takes no registration any more, and leaves who came of it', async () => {
    const { tenant, browser, secret } = await pendingAt();
    await activation(browser, { secret });
    await deletePage(tenant);
    const late = await register(app.browser(tenant.host), { email: 'late@people.example' });
    expect(outcomeOf(late)).toBe('DISABLED');
    expect(await rolesOf(browser)).toEqual(['Customer Administrator']);
  });

  it('loses nobody who registers while it is being deleted', async () => {
    const tenant = await makeTenant(app, noCaptcha);
    const emails = Array.from({ length: 8 }, (_each, index) => `racing-${index}@people.example`);
    const [, ...answers] = await Promise.all([
      deletePage(tenant, 'LET_FINISH'),
      ...emails.map((email) => register(app.browser(tenant.host), { email })),
    ]);
    for (const answer of answers) expect(outcomeOf(answer)).toMatch(/^(accepted|DISABLED)$/);
    const orphans = await stored.select(
      `select from registrations where email like 'racing-%' and self_registration_id is null
          and saved_grants is null`,
    );
    expect(orphans).toEqual([]);
  });
});

describe('the tenant of a public call', () => {
  let tenant: TestTenant;
  let other: TestTenant;
  beforeAll(async () => {
    tenant = await makeTenant(app, { ...noCaptcha, notifyNobody: true });
    other = await makeTenant(app, noCaptcha);
  });

  const codes = async (browser: Browser, domain?: string): Promise<(string | undefined)[]> => {
    const answers = [
      await browser.graphql<object>(
        `query ($domain: String) { signUpPage(domain: $domain) { host } }`,
        { domain },
      ),
      await browser.graphql<object>(
        `query ($domain: String) { captchaChallenge(domain: $domain) { challenge } }`,
        { domain },
      ),
      await register(browser, { email: 'anybody@people.example' }, domain),
      await browser.graphql<object>(
        `mutation ($domain: String, $input: ActivateInput!) { activate(domain: $domain, input: $input) { activated } }`,
        { domain, input: { code: '123456' } },
      ),
      await browser.graphql<object>(
        `mutation ($domain: String, $input: ResendActivationInput!) { resendActivation(domain: $domain, input: $input) { accepted } }`,
        { domain, input: { email: 'anybody@people.example' } },
      ),
      await browser.graphql<object>(
        `mutation ($domain: String, $input: DisownRegistrationInput!) { disownRegistration(domain: $domain, input: $input) { ended } }`,
        { domain, input: { secret: 'x', email: 'anybody@people.example' } },
      ),
    ];
    return answers.map(({ errors }) => errors[0]?.extensions.code);
  };
  const all = (code: string | undefined) => Array<string | undefined>(6).fill(code);

  it('is the one of the host, which may be named', async () => {
    expect(await codes(app.browser(tenant.host))).toEqual(all(undefined));
    expect(await codes(app.browser(tenant.host), tenant.host.toUpperCase())).toEqual(
      all(undefined),
    );
  });

  it('is never another one', async () => {
    for (const domain of [other.host, 'nowhere.example', 'localhost', '']) {
      expect(await codes(app.browser(tenant.host), domain)).toEqual(all('NOT_FOUND'));
    }
  });

  it('does not exist on a host that nobody has', async () => {
    const tool = await app.browser('nowhere.localhost').send({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { register(input: { email: "a@b.example", password: "x" }) { accepted } }`,
      }),
    });
    expect(tool.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is not told on the console: only a tool with a key signs up there', async () => {
    expect(await codes(app.browser(), tenant.host)).toEqual(all('UNAUTHENTICATED'));
  });

  it('that is suspended takes nobody, and goes on afterwards', async () => {
    const system = await becomeSystemAdministrator(app);
    const change = (mutation: string) =>
      system.data(`mutation ($id: ID!) { ${mutation}(id: $id) { userErrors { code } } }`, {
        id: tenant.id,
      });
    const email = 'suspended@people.example';
    const { browser, secret, code } = await signUp(tenant.host, email);
    await change('suspendTenant');
    await expect.poll(() => codes(app.browser(tenant.host))).toEqual(all('NOT_FOUND'));
    for (const input of [{ secret }, { code }]) {
      const { errors } = await browser.graphql<object>(
        `mutation ($input: ActivateInput!) { activate(input: $input) { activated } }`,
        { input },
      );
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const reset = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted } }`;
    const { administrator } = tenant;
    await app.browser().data(reset, { input: { email: administrator.email } });
    await expect
      .poll(() =>
        stored.select('select state from mail_messages where recipient = $1', [
          administrator.email,
        ]),
      )
      .toEqual([{ state: 'SKIPPED' }]);
    await change('resumeTenant');
    await expect.poll(() => codes(app.browser(tenant.host))).toEqual(all(undefined));
    expect(await disown(browser, secret, 'other@people.example')).toBe('EMAIL_DIFFERS');
    expect(await activation(browser, { secret })).toBe('activated');
  });
});
