import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import {
  activationMail,
  activateMutation,
  goodPassword,
  noCaptcha,
  outcomeOf,
  register,
} from '../registration/sign-up.js';
import { codeOf, countDevices, readDevices, toolWith, type Entry } from './api-key-api.js';

const signUpOthers: Entry = { resource: 'REGISTRATION', operations: ['CREATE', 'READ'] };

let app: TestApp;
let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
  other = await makeTenant(app);
});

describe('headless sign-up', () => {
  it("signs a person up on the console's address: the key stands in for the captcha", async () => {
    const tool = await toolWith(app, tenant, [signUpOthers]);
    const email = 'headless@example.com';
    const answer = await register(tool, { email }, tenant.host);
    expect(outcomeOf(answer)).toBe('accepted');
    const { secret } = await activationMail(app, email);
    const { data, headers } = await tool.graphql<{ activate: { activated: boolean } }>(
      activateMutation
        .replace('($input', '($domain: String, $input')
        .replace('(input', '(domain: $domain, input'),
      { domain: tenant.host, input: { secret, password: goodPassword } },
    );
    expect(data?.activate.activated).toBe(true);
    expect(String(headers['set-cookie'])).not.toContain('__Host-session');
    const person = app.browser(tenant.host);
    await signIn(person, email, goodPassword);
    expect(await codeOf(person, countDevices)).toBe('fine');
    const { registrations } = await tool.data<{
      registrations: { nodes: { email: string; state: string }[] };
    }>('{ registrations(first: 10) { nodes { email state } } }');
    expect(registrations.nodes).toContainEqual({ email, state: 'ACTIVATED' });
  });

  it('does all other checks of the form', async () => {
    const tool = await toolWith(app, tenant, [signUpOthers]);
    const answer = await register(tool, { email: 'nonsense', password: 'short' }, tenant.host);
    expect(answer.data?.register.userErrors.map(({ field }) => field[1])).toEqual(
      expect.arrayContaining(['email', 'password']),
    );
  });

  it('asks who may register as the page does', async () => {
    const page = await makeTenant(app, { inviteOnly: true, blockedEmailDomains: ['bad.example'] });
    const tool = await toolWith(app, page, [signUpOthers]);
    const answer = await register(tool, { email: 'a@bad.example' }, page.host);
    expect(answer.data?.register.userErrors).toEqual([
      { field: ['input', 'inviteCode'], code: 'REQUIRED' },
      { field: ['input', 'email'], code: 'EMAIL_DOMAIN_BLOCKED' },
    ]);
  });

  it('names the domain, and one of its own tenant', async () => {
    const tool = await toolWith(app, tenant, [signUpOthers]);
    for (const domain of [undefined, other.host, 'nowhere.example']) {
      const answer = await register(tool, { email: 'a@example.com' }, domain);
      expect(outcomeOf(answer)).toBe('NOT_FOUND');
    }
  });

  it('needs REGISTRATION:CREATE, and a key at all', async () => {
    const weak = await toolWith(app, tenant, [{ resource: 'REGISTRATION', operations: ['READ'] }]);
    const input = { email: 'a@example.com' };
    expect(outcomeOf(await register(weak, input, tenant.host))).toBe('FORBIDDEN');
    expect(outcomeOf(await register(app.browser(), input, tenant.host))).toBe('UNAUTHENTICATED');
    expect(outcomeOf(await register(tenant.admin, input, tenant.host))).toBe('UNAUTHENTICATED');
  });

  it("leaves the captcha of the tenant's own page to whoever has no such key", async () => {
    const weak = await toolWith(app, tenant, [readDevices], tenant.host);
    expect(outcomeOf(await register(weak, { email: 'b@example.com' }))).toBe('CAPTCHA_REQUIRED');
    const strong = await toolWith(app, tenant, [signUpOthers], tenant.host);
    expect(outcomeOf(await register(strong, { email: 'b@example.com' }))).toBe('accepted');
  });

  it('is off while the page is off', async () => {
    const closed = await makeTenant(app, { ...noCaptcha, enabled: false });
    const tool = await toolWith(app, closed, [signUpOthers]);
    expect(outcomeOf(await register(tool, { email: 'c@example.com' }, closed.host))).toBe(
      'DISABLED',
    );
  });
});
