import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/platform/clock.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { openStoredRows, type StoredRows } from '../registration/stored-rows.js';
import { registerAndActivate } from '../registration/sign-up.js';
import {
  codeOf,
  countDevices,
  createKey,
  createMutation,
  readDevices,
  toolWith,
} from './api-key-api.js';

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
    const tool = await toolWith(app, tenant, [readDevices]);
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
    const tool = await toolWith(app, tenant, [{ resource: 'ALL', operations: ['ALL'] }]);
    expect(await tool.data('{ me { user { id } } }')).toEqual({ me: null });
    expect(await codeOf(tool, '{ mySessions { id } }')).toBe('FORBIDDEN');
    const { selfRegistrationId } = tenant;
    expect(
      await codeOf(
        tool,
        `mutation { applyRolesToCustomers(selfRegistrationId: "${selfRegistrationId}", revision: 1) { roleRollout { id } } }`,
      ),
    ).toBe('FORBIDDEN');
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
    expect(
      await codeOf(await toolWith(app, tenant, [readDevices], tenant.host), countDevices),
    ).toBe('fine');
    expect(await codeOf(await toolWith(app, tenant, [readDevices], other.host), countDevices)).toBe(
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
    const third = await toolWith(app, doomed, [readDevices]);
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
    const maker = await toolWith(app, tenant, [
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
