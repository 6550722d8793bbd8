import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage } from './administrator.js';
import { noCaptcha, outcomeOf, register } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, noCaptcha);
});

const rules = (input: Record<string, unknown>) =>
  updatePage(tenant.admin, tenant.selfRegistrationId, input);

const faultsAt = async (input: Record<string, unknown>) =>
  (await rules(input)).userErrors.map(({ field, code }) => `${field.join('.')} ${code}`);

const savedRules = async (): Promise<object> => {
  const { selfRegistration } = await tenant.admin.data<{ selfRegistration: object }>(
    `query ($id: ID!) {
       selfRegistration(id: $id) { allowedEmailDomains blockedEmailDomains refuseDisposable }
     }`,
    { id: tenant.selfRegistrationId },
  );
  return selfRegistration;
};

let tried = 0;
/** What the form says to an address of a domain, once the page's change has got round. */
const outcomeAt = async (domain: string, expected: string, browser?: Browser): Promise<void> => {
  await expect
    .poll(async () => {
      const email = `person-${(tried += 1)}@${domain}`;
      return outcomeOf(await register(browser ?? app.browser(tenant.host), { email }));
    })
    .toBe(expected);
};

describe('domains of addresses', () => {
  it('are kept as A-labels, and cleared by null', async () => {
    await rules({ allowedEmailDomains: ['@Acme.Example', 'Bücher.example.'] });
    expect(await savedRules()).toMatchObject({
      allowedEmailDomains: ['acme.example', 'xn--bcher-kva.example'],
    });
    await rules({ welcomeText: 'Hello' });
    expect(await savedRules()).toMatchObject({
      allowedEmailDomains: ['acme.example', 'xn--bcher-kva.example'],
    });
    await rules({ allowedEmailDomains: null });
    expect(await savedRules()).toMatchObject({ allowedEmailDomains: [] });
  });

  it('are refused, all at once, when they are none or stand for half the world', async () => {
    const typed = ['acme.example', 'com', 'co.uk', '*.acme.example', 'a b', '', 'ACME.example'];
    expect(await faultsAt({ blockedEmailDomains: typed })).toEqual([
      'input.blockedEmailDomains INVALID_DOMAIN',
      'input.blockedEmailDomains DUPLICATE',
    ]);
    const many = Array.from({ length: 201 }, (_each, index) => `d${index}.example`);
    expect(await faultsAt({ allowedEmailDomains: many })).toEqual([
      'input.allowedEmailDomains TOO_MANY',
    ]);
    const both = { allowedEmailDomains: ['a.example', 'b.example'] };
    expect(await faultsAt({ ...both, blockedEmailDomains: ['b.example'] })).toEqual([
      'input.allowedEmailDomains DUPLICATE',
    ]);
  });

  it('let in only those of the list, with all below it, but for what is blocked', async () => {
    await rules({
      allowedEmailDomains: ['acme.example'],
      blockedEmailDomains: ['guests.acme.example'],
    });
    await outcomeAt('other.example', 'EMAIL_DOMAIN_NOT_ALLOWED');
    await outcomeAt('notacme.example', 'EMAIL_DOMAIN_NOT_ALLOWED');
    await outcomeAt('acme.example', 'accepted');
    await outcomeAt('mail.ACME.example', 'accepted');
    await outcomeAt('guests.acme.example', 'EMAIL_DOMAIN_BLOCKED');
    await outcomeAt('eu.guests.acme.example', 'EMAIL_DOMAIN_BLOCKED');
  });

  it('are told at the field, beside the other faults, and nothing of the lists', async () => {
    const { data, body } = await app.browser(tenant.host).graphql<{ register: object }>(
      `mutation ($input: RegisterInput!) {
         register(input: $input) { accepted userErrors { field code message } }
       }`,
      { input: { email: 'ada@other.example', password: 'short' } },
    );
    expect(data?.register).toMatchObject({
      accepted: false,
      userErrors: [
        { field: ['input', 'email'], code: 'EMAIL_DOMAIN_NOT_ALLOWED' },
        { field: ['input', 'password'], code: 'PASSWORD_TOO_SHORT' },
      ],
    });
    expect(body).not.toContain('acme');
    const { body: page } = await app.browser(tenant.host).send({ path: '/signup' });
    expect(page).not.toContain('acme.example');
  });
});

describe('a former version', () => {
  it('brings its rules back', async () => {
    const saved = await rules({ blockedEmailDomains: ['old.example'], refuseDisposable: true });
    const revision = saved.selfRegistration?.revision;
    await rules({ blockedEmailDomains: [], refuseDisposable: false });
    await tenant.admin.data(
      `mutation ($id: ID!, $revision: Int!) {
         restoreSelfRegistrationVersion(id: $id, revision: $revision) { userErrors { code } }
       }`,
      { id: tenant.selfRegistrationId, revision },
    );
    expect(await savedRules()).toMatchObject({
      blockedEmailDomains: ['old.example'],
      refuseDisposable: true,
    });
    await rules({ refuseDisposable: false });
  });
});

describe('addresses that last a few minutes', () => {
  it('are refused where the page says so, those below a provider as well', async () => {
    await rules({ allowedEmailDomains: null, blockedEmailDomains: null });
    await outcomeAt('mailinator.com', 'accepted');
    await rules({ refuseDisposable: true });
    await outcomeAt('mailinator.com', 'EMAIL_DISPOSABLE');
    await outcomeAt('eu.mailinator.com', 'EMAIL_DISPOSABLE');
    await outcomeAt('gmail.com', 'accepted');
  });
});
