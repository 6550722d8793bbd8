import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/platform/clock.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { openStoredRows, type StoredRows } from '../registration/stored-rows.js';
import {
  activationMail,
  activateMutation,
  goodPassword,
  noCaptcha,
  outcomeOf,
  register,
  registerAndActivate,
} from '../registration/sign-up.js';

const clock = { time: Date.now(), now: () => new Date(clock.time) };

let app: TestApp;
let tenant: TestTenant;
let other: TestTenant;
let stored: StoredRows;
beforeAll(async () => {
  app = await startTestApp({ clock });
  tenant = await makeTenant(app);
  other = await makeTenant(app);
  stored = await openStoredRows(app);
});

interface Entry {
  readonly resource: string;
  readonly operations: readonly string[];
}

interface Made {
  readonly apiKey: { id: string; name: string; expiresAt: string } | null;
  readonly token: string | null;
  readonly userErrors: { field: string[]; code: string; message: string }[];
}

const createMutation = `
  mutation ($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey { id name createdBy expiresAt lastUsedAt permissions { resource operations } }
      token
      userErrors { field code message }
    }
  }`;

const createKey = async (
  by: Browser,
  permissions: readonly Entry[],
  more: Record<string, unknown> = {},
): Promise<Made> => {
  const name = randomBytes(6).toString('hex');
  const { createApiKey } = await by.data<{ createApiKey: Made }>(createMutation, {
    input: { name, permissions, ...more },
  });
  return createApiKey;
};

const readDevices: Entry = { resource: 'DEVICE', operations: ['READ'] };
const signUpOthers: Entry = { resource: 'REGISTRATION', operations: ['CREATE', 'READ'] };

/** A tool that calls with a new key, on the console's address unless a host is given. */
const toolWith = async (
  permissions: readonly Entry[],
  host?: string,
  owner: TestTenant = tenant,
): Promise<Browser> => {
  const { token } = await createKey(owner.admin, permissions);
  return app.browser(host, { authorization: `Bearer ${token}` });
};

const codeOf = async (browser: Browser, query: string): Promise<string> => {
  const { errors } = await browser.graphql(query);
  return errors.map(({ extensions }) => extensions.code).join(' ') || 'fine';
};

const countDevices = '{ devices(first: 1) { totalCount } }';

describe('an API key', () => {
  it('is shown once, and stored as nothing that opens a door', async () => {
    const { token, apiKey } = await createKey(tenant.admin, [readDevices]);
    expect(token).toMatch(/^gh_[\w-]{22}\.[\w-]{43}$/);
    const secret = token?.split('.')[1] ?? '';
    const rows = await stored.select('select row_to_json(k)::text as json from api_keys k');
    expect(JSON.stringify(rows)).toContain(apiKey?.id);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const { body } = await tenant.admin.graphql('{ apiKeys { items { id name } totalCount } }');
    expect(body).toContain(apiKey?.id);
    expect(body).not.toContain(secret);
  });

  it('may do what it holds, on its own tenant, and no more', async () => {
    const tool = await toolWith([readDevices]);
    expect(await codeOf(tool, countDevices)).toBe('fine');
    expect(await codeOf(tool, '{ assets(first: 1) { totalCount } }')).toBe('FORBIDDEN');
    expect(
      await codeOf(tool, 'mutation { createDevice(input: { name: "x" }) { device { id } } }'),
    ).toBe('FORBIDDEN');
    const { createDevice } = await other.admin.data<{ createDevice: { device: { id: string } } }>(
      'mutation { createDevice(input: { name: "foreign" }) { device { id } } }',
    );
    expect(await codeOf(tool, `{ device(id: "${createDevice.device.id}") { id } }`)).toBe(
      'NOT_FOUND',
    );
  });

  it('is nobody: what belongs to a person is closed to it', async () => {
    const tool = await toolWith([{ resource: 'ALL', operations: ['ALL'] }]);
    expect(await tool.data('{ me { user { id } } }')).toEqual({ me: null });
    expect(await codeOf(tool, '{ mySessions { id } }')).toBe('FORBIDDEN');
  });

  it('counts next to no cookie, and needs no Origin beside one', async () => {
    const { token } = await createKey(tenant.admin, [readDevices]);
    const cookie = [...tenant.admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { body, status } = await app.browser().send({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, cookie },
      body: JSON.stringify({ query: '{ me { user { id } } devices(first: 1) { totalCount } }' }),
    });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ data: { me: null, devices: { totalCount: 0 } } });
  });

  it.each(['Bearer nonsense', 'Bearer gh_x.y', 'Basic YTpi', 'Bearer'])(
    'is refused as «%s», and never answered as a stranger',
    async (authorization) => {
      const stranger = app.browser(tenant.host, { authorization });
      expect(await codeOf(stranger, '{ signUpPage { selfRegistrationUrl } }')).toBe(
        'UNAUTHENTICATED',
      );
    },
  );

  it("opens nothing on another tenant's domain", async () => {
    expect(await codeOf(await toolWith([readDevices], tenant.host), countDevices)).toBe('fine');
    expect(await codeOf(await toolWith([readDevices], other.host), countDevices)).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('ends when it expires, is deleted, or its tenant is suspended', async () => {
    const expiring = await createKey(tenant.admin, [readDevices], { expiresInDays: 1 });
    const tool = app.browser(undefined, { authorization: `Bearer ${expiring.token}` });
    expect(await codeOf(tool, countDevices)).toBe('fine');
    clock.time += dayMs;
    expect(await codeOf(tool, countDevices)).toBe('UNAUTHENTICATED');
    const { email, password } = tenant.administrator;
    await signIn(tenant.admin, email, password);
    await signIn(other.admin, other.administrator.email, other.administrator.password);

    const { token, apiKey } = await createKey(tenant.admin, [readDevices]);
    const another = app.browser(undefined, { authorization: `Bearer ${token}` });
    expect(await codeOf(another, countDevices)).toBe('fine');
    await tenant.admin.data(`mutation { deleteApiKey(id: "${apiKey?.id}") { deletedId } }`);
    expect(await codeOf(another, countDevices)).toBe('UNAUTHENTICATED');

    const doomed = await makeTenant(app);
    const third = await toolWith([readDevices], undefined, doomed);
    const root = await becomeSystemAdministrator(app);
    await root.data(`mutation { suspendTenant(id: "${doomed.id}") { tenant { id } } }`);
    expect(await codeOf(third, countDevices)).toBe('UNAUTHENTICATED');
  });

  it('says when it was used, to the minute, and the audit log says by which', async () => {
    const name = `tool ${randomBytes(4).toString('hex')}`;
    const { token } = await createKey(
      tenant.admin,
      [{ resource: 'DEVICE', operations: ['CREATE', 'READ'] }],
      { name },
    );
    const tool = app.browser(undefined, { authorization: `Bearer ${token}` });
    await tool.data(
      `mutation { createDevice(input: { name: "${name}" }) { device { id } userErrors { code } } }`,
    );
    const { apiKeys, auditLog } = await tenant.admin.data<{
      apiKeys: { items: { name: string; lastUsedAt: string | null }[] };
      auditLog: { nodes: { actor: string; action: string }[] };
    }>(
      `{ apiKeys(limit: 100) { items { name lastUsedAt } }
         auditLog(first: 5, filter: { search: "${name}" }) { nodes { actor action } } }`,
    );
    const used = apiKeys.items.find((key) => key.name === name)?.lastUsedAt;
    expect(new Date(used ?? 0).getTime()).toBe(clock.time);
    expect(auditLog.nodes).toContainEqual({ actor: name, action: 'device.created' });
  });
});

describe('making a key', () => {
  it.each([
    ['no name', { name: ' ' }, [readDevices], ['name', 'REQUIRED']],
    ['no permission', {}, [], ['permissions', 'NO_PERMISSION']],
    [
      'an operation that is none',
      {},
      [{ resource: 'AUDIT_LOG', operations: ['WRITE'] }],
      ['permissions', 'OPERATION_NOT_ALLOWED'],
    ],
    ['no day', { expiresInDays: 0 }, [readDevices], ['expiresInDays', 'OUT_OF_RANGE']],
    ['too many days', { expiresInDays: 366 }, [readDevices], ['expiresInDays', 'OUT_OF_RANGE']],
  ] as const)('is refused at its field with %s', async (_what, more, permissions, expected) => {
    const { userErrors, token } = await createKey(tenant.admin, permissions, more);
    expect(token).toBeNull();
    expect(userErrors.map(({ field, code }) => [field[1], code])).toEqual([expected]);
  });

  it('takes a name once', async () => {
    const name = 'Mail robot';
    expect((await createKey(tenant.admin, [readDevices], { name })).token).not.toBeNull();
    const { userErrors } = await createKey(tenant.admin, [readDevices], { name: 'mail ROBOT' });
    expect(userErrors.map(({ code }) => code)).toEqual(['NAME_TAKEN']);
  });

  it('gives no more than its maker holds, be it a key itself', async () => {
    const maker = await toolWith([
      readDevices,
      { resource: 'API_KEY', operations: ['CREATE', 'READ'] },
    ]);
    const fine = await createKey(maker, [readDevices]);
    expect(fine.userErrors).toEqual([]);
    const { userErrors } = await createKey(maker, [
      { resource: 'DEVICE', operations: ['READ', 'DELETE'] },
    ]);
    expect(userErrors).toMatchObject([
      { field: ['input', 'permissions'], code: 'GRANT_EXCEEDS_OWN' },
    ]);
    expect(userErrors[0]?.message).toContain('DEVICE:DELETE');
  });

  it('is not for customers, whatever their roles', async () => {
    const customer = app.browser(tenant.host);
    await registerAndActivate(app, customer, 'customer@example.com');
    expect(await codeOf(customer, '{ apiKeys { totalCount } }')).toBe('FORBIDDEN');
    const { errors } = await customer.graphql(createMutation, {
      input: { name: 'mine', permissions: [readDevices] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('headless sign-up', () => {
  it("signs a person up on the console's address: the key stands in for the captcha", async () => {
    const tool = await toolWith([signUpOthers]);
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
    const tool = await toolWith([signUpOthers]);
    const answer = await register(tool, { email: 'nonsense', password: 'short' }, tenant.host);
    expect(answer.data?.register.userErrors.map(({ field }) => field[1])).toEqual(
      expect.arrayContaining(['email', 'password']),
    );
  });

  it('names the domain, and one of its own tenant', async () => {
    const tool = await toolWith([signUpOthers]);
    for (const domain of [undefined, other.host, 'nowhere.example']) {
      const answer = await register(tool, { email: 'a@example.com' }, domain);
      expect(outcomeOf(answer)).toBe('NOT_FOUND');
    }
  });

  it('needs REGISTRATION:CREATE, and a key at all', async () => {
    const weak = await toolWith([{ resource: 'REGISTRATION', operations: ['READ'] }]);
    const input = { email: 'a@example.com' };
    expect(outcomeOf(await register(weak, input, tenant.host))).toBe('FORBIDDEN');
    expect(outcomeOf(await register(app.browser(), input, tenant.host))).toBe('UNAUTHENTICATED');
    expect(outcomeOf(await register(tenant.admin, input, tenant.host))).toBe('UNAUTHENTICATED');
  });

  it("leaves the captcha of the tenant's own page to whoever has no such key", async () => {
    const weak = await toolWith([readDevices], tenant.host);
    expect(outcomeOf(await register(weak, { email: 'b@example.com' }))).toBe('CAPTCHA_REQUIRED');
    const strong = await toolWith([signUpOthers], tenant.host);
    expect(outcomeOf(await register(strong, { email: 'b@example.com' }))).toBe('accepted');
  });

  it('is off while the page is off', async () => {
    const closed = await makeTenant(app, { ...noCaptcha, enabled: false });
    const tool = await toolWith([signUpOthers], undefined, closed);
    expect(outcomeOf(await register(tool, { email: 'c@example.com' }, closed.host))).toBe(
      'DISABLED',
    );
  });
});
