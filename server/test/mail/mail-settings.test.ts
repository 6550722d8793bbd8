import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator, createSampleTenant } from '../identity/people.js';
import { submit } from '../registration/sign-up.js';
import { startAccountServer, type AccountServer } from './account-server.js';
import { faultsOf, mailServer, ownServer, saveSettings, sendTestMail } from './settings-api.js';

let app: TestApp;
let system: Browser;
let account: AccountServer;

beforeAll(async () => {
  app = await startTestApp({ tenantMailToPrivateNetworks: true });
  system = await becomeSystemAdministrator(app);
  account = await startAccountServer(
    ({ username, password }) => username === 'acme' && password === ownServer.password,
  );
}, 60_000);
afterAll(() => account.stop());

const admin = async (): Promise<Browser> => (await createSampleTenant(app)).administrator;
const local = () => ({ host: '127.0.0.1', port: account.port, security: 'NONE' });
const reset = (by: Browser) =>
  by.data('mutation { resetMailSettings { userErrors { code } mailServer { source } } }');

describe('which mail server sends', () => {
  it('is the tenant’s, else the system’s, else the operator’s', async () => {
    const by = await admin();
    const other = await admin();
    expect(await mailServer(by)).toMatchObject({ source: 'ENVIRONMENT', settings: null });
    expect((await sendTestMail(by, 'operator@example.com')).outcome?.accepted).toBe(true);
    expect((await app.mails.next('operator@example.com')).from?.text).toContain('gatehouse');

    await saveSettings(system, { ...local(), fromAddress: 'all@system.example' });
    expect(await mailServer(by)).toMatchObject({ source: 'SYSTEM', settings: null });
    await expect
      .poll(async () => (await sendTestMail(by, 'system@example.com')).outcome?.answer)
      .toContain('250');
    expect(account.mails.at(-1)?.from?.text).toContain('all@system.example');

    await saveSettings(by, local());
    expect(await mailServer(by)).toMatchObject({
      source: 'TENANT',
      sender: 'Acme <hello@acme.example>',
    });
    await expect
      .poll(async () => {
        await sendTestMail(by, `own${account.mails.length}@example.com`);
        return account.mails.at(-1)?.from?.text;
      })
      .toContain('hello@acme.example');
    expect((await mailServer(other)).source).toBe('SYSTEM');

    await reset(by);
    expect((await mailServer(by)).source).toBe('SYSTEM');
    await reset(system);
    expect((await mailServer(other)).source).toBe('ENVIRONMENT');
  });

  it('sends what people cause, too', async () => {
    const tenant = await makeTenant(app);
    await saveSettings(tenant.admin, local());
    const before = app.mails.mails.length;
    await submit(app.browser(tenant.host), { email: 'new@person.example' });
    await expect
      .poll(() => account.mails.map(({ subject }) => subject), { timeout: 10_000 })
      .toContain('Confirm your e-mail address');
    expect(app.mails.mails.length).toBe(before);
  });
});

describe('a test mail says what the mail server answered', () => {
  it('when it takes the mail', async () => {
    const by = await admin();
    await saveSettings(by, local());
    const { outcome } = await sendTestMail(by);
    expect(outcome?.accepted).toBe(true);
    expect((await mailServer(by)).health).toEqual({ state: 'WORKING', lastError: null });
  });

  it('when it refuses user and password, without them', async () => {
    const by = await admin();
    await saveSettings(by, { ...local(), password: 'not the right one' });
    const { outcome } = await sendTestMail(by);
    expect(outcome).toEqual({
      accepted: false,
      answer:
        'The mail server answered to user and password: 535 5.7.8 Username and Password not accepted',
    });
    expect(await mailServer(by)).toMatchObject({
      health: { state: 'FAILING', lastError: outcome?.answer },
    });
  });

  it.each([
    ['the name is unknown', { host: 'smtp.invalid', security: 'TLS' }, /name could not be found/],
    ['nothing listens there', { port: 9, security: 'NONE' }, /ECONNREFUSED/],
    ['it offers no encryption', { security: 'STARTTLS' }, /could not be made safe: .*STARTTLS/],
    ['it speaks no TLS', { security: 'TLS' }, /could not be (made safe|reached)/],
  ])('when %s', async (_case, input, words) => {
    const by = await admin();
    expect(await faultsOf(by, { ...local(), timeoutSeconds: 5, ...input })).toEqual([]);
    const { outcome } = await sendTestMail(by);
    expect(outcome?.accepted).toBe(false);
    expect(outcome?.answer).toMatch(words);
  });

  it('and asks for an address first', async () => {
    const { userErrors } = await sendTestMail(await admin(), 'nobody');
    expect(userErrors).toMatchObject([{ field: ['input', 'to'], code: 'INVALID_EMAIL' }]);
  });
});

describe('what is saved', () => {
  it.each([
    [{ fromAddress: 'acme' }, 'fromAddress INVALID_EMAIL'],
    [{ host: 'https://smtp.acme.example' }, 'host INVALID_HOST'],
    [{ host: ' ' }, 'host REQUIRED'],
    [{ port: 0 }, 'port OUT_OF_RANGE'],
    [{ timeoutSeconds: 61 }, 'timeoutSeconds OUT_OF_RANGE'],
    [{ security: 'NONE' }, 'security TLS_REQUIRED'],
    [{ username: null }, 'username REQUIRED'],
    [{ password: undefined }, 'password REQUIRED'],
    [{ provider: 'SENDGRID', authentication: 'OAUTH2' }, 'authentication OAUTH2_NOT_OFFERED'],
    [{ authentication: 'OAUTH2', provider: 'GMAIL' }, 'oauth2.clientId REQUIRED'],
    [
      {
        authentication: 'OAUTH2',
        oauth2: {
          clientId: 'c',
          clientSecret: 's',
          authorizationUrl: 'javascript:alert(1)',
          tokenUrl: 'https://10.0.0.1/token',
          scope: 'mail',
        },
      },
      'oauth2.authorizationUrl INVALID_URL',
    ],
  ])('has no fault like %j', async (input, fault) => {
    expect(await faultsOf(await admin(), input)).toContain(fault);
  });

  it('keeps the password, which nobody is shown, for its own server only', async () => {
    const by = await admin();
    await saveSettings(by);
    expect((await mailServer(by)).settings).toMatchObject({ passwordSet: true });
    const kept = { password: undefined };
    expect(await faultsOf(by, { ...kept, port: 2525 })).toEqual([]);
    expect(await faultsOf(by, { ...kept, host: 'smtp.evil.example' })).toEqual([
      'password SECRET_NEEDED_AGAIN',
    ]);
    expect(await faultsOf(by, { ...kept, username: 'other' })).toEqual([
      'password SECRET_NEEDED_AGAIN',
    ]);
  });

  it('is sealed in the database and missing from the audit log', async () => {
    await saveSettings(await admin());
    const owner = new pg.Client(app.connectionString);
    await owner.connect();
    const { rows } = await owner.query<{ everything: string }>(
      `select (select string_agg(s::text, '') from mail_settings s) ||
              (select string_agg(a::text, '') from audit_log_entries a) as everything`,
    );
    await owner.end();
    expect(rows[0]?.everything).toContain('mail_settings.saved');
    expect(rows[0]?.everything).not.toContain(ownServer.password);
  });
});
