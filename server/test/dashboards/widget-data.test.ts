import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { registerAndActivate } from '../registration/sign-up.js';
import { refusalOf } from './dashboards-api.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;

const devices = [
  { name: 'alpha', type: 'pump', label: 'z', attributes: { site: 'north' } },
  { name: 'Beta', type: 'pump', label: null, attributes: { site: 'south', on: true } },
  { name: 'alabaster', type: 'valve', label: 'a', attributes: { site: 'north' } },
];

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
  ({ admin } = tenant);
  for (const input of devices) {
    await admin.data(
      'mutation ($input: CreateDeviceInput!) { createDevice(input: $input) { device { id } } }',
      { input },
    );
  }
});

const names = async (args: string): Promise<string[]> => {
  const { devices: found } = await admin.data<{ devices: { nodes: { name: string }[] } }>(
    `{ devices(${args}) { nodes { name } } }`,
  );
  return found.nodes.map(({ name }) => name);
};

describe('a list of devices', () => {
  it('is narrowed by types, by how the name begins, and by ids', async () => {
    expect(await names('filter: { types: ["valve", "none"] }')).toEqual(['alabaster']);
    expect((await names('filter: { nameStartsWith: "AL" }')).sort()).toEqual([
      'alabaster',
      'alpha',
    ]);
    expect(await names('filter: { nameStartsWith: "%" }')).toEqual([]);
    expect(await names('filter: { ids: ["no id"] }')).toEqual([]);
    expect(await names('filter: { ids: [] }')).toEqual([]);
  });

  it('is paged by type and by label, devices without a label included', async () => {
    const page = async (field: string, after: string | null) => {
      const { devices: found } = await admin.data<{
        devices: { nodes: { name: string }[]; pageInfo: { endCursor: string } };
      }>(
        `query ($sort: InventorySort, $after: String) {
           devices(sort: $sort, first: 2, after: $after) { nodes { name } pageInfo { endCursor } } }`,
        { sort: { field, direction: 'ASC' }, after },
      );
      return { names: found.nodes.map(({ name }) => name), end: found.pageInfo.endCursor };
    };
    const byLabel = await page('LABEL', null);
    expect(byLabel.names).toEqual(['Beta', 'alabaster']);
    expect((await page('LABEL', byLabel.end)).names).toEqual(['alpha']);
    const byType = await page('TYPE', null);
    expect(byType.names).toEqual(['alpha', 'Beta']);
    expect((await page('TYPE', byType.end)).names).toEqual(['alabaster']);
  });
});

describe('figures', () => {
  const breakdown = (args: string) =>
    admin.data<object>(`{ itemBreakdown(filter: { entity: DEVICE }, ${args}) { value count } }`);

  it('count by type and by attribute, most first', async () => {
    expect(await breakdown('by: TYPE')).toEqual({
      itemBreakdown: [
        { value: 'pump', count: 2 },
        { value: 'valve', count: 1 },
      ],
    });
    expect(await breakdown('by: ATTRIBUTE, attribute: "site", limit: 1')).toEqual({
      itemBreakdown: [{ value: 'north', count: 2 }],
    });
    expect(await breakdown('by: ATTRIBUTE, attribute: "on"')).toEqual({
      itemBreakdown: [
        { value: null, count: 2 },
        { value: 'true', count: 1 },
      ],
    });
  });

  it('name the types in use', async () => {
    const query = '{ all: itemTypes(kind: DEVICE) some: itemTypes(kind: DEVICE, search: "VAL") }';
    expect(await admin.data(query)).toEqual({ all: ['pump', 'valve'], some: ['valve'] });
  });

  it.each([
    'itemBreakdown(filter: { entity: DEVICE }, by: ATTRIBUTE) { count }',
    'itemBreakdown(filter: { entity: DEVICE }, by: TYPE, limit: 0) { count }',
    'itemCount(filter: { entity: DEVICE, nameStartsWith: "\\u0000" })',
    'registrationsOverTime(days: 366) { date }',
  ])('refuse %s', async (field) => {
    expect(await refusalOf(admin, `{ ${field} }`, {})).toBe('BAD_USER_INPUT');
  });

  it('tell of registrations by day, to who may read them', async () => {
    const ada = app.browser(tenant.host);
    await registerAndActivate(app, ada, 'ada@figures.example');
    const query = '{ registrationsOverTime(days: 7) { date registered activated } }';
    const { registrationsOverTime: days } = await admin.data<{
      registrationsOverTime: { date: string; registered: number; activated: number }[];
    }>(query);
    expect(days).toHaveLength(7);
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort());
    expect(days.reduce((sum, { registered }) => sum + registered, 0)).toBe(1);
    expect(days.reduce((sum, { activated }) => sum + activated, 0)).toBe(1);
    expect(await refusalOf(ada, query, {})).toBe('FORBIDDEN');
  });

  it('by an attribute leave out what one may not read the attributes of', async () => {
    const reader = await admin.data<{ createRole: { role: { id: string } } }>(
      `mutation { createRole(input: { name: "Names only", type: GENERIC, permissions: [
         { resource: DEVICE, operations: [READ, CREATE] }] }) { role { id } } }`,
    );
    const { id: selfRegistrationId } = { id: tenant.selfRegistrationId };
    await admin.data(
      `mutation ($id: ID!, $roleId: ID!) { updateSelfRegistration(id: $id, input: {
         groupRoleAssignments: [{ roleId: $roleId }] }) { userErrors { code } } }`,
      { id: selfRegistrationId, roleId: reader.createRole.role.id },
    );
    const bob = app.browser(tenant.host);
    await registerAndActivate(app, bob, 'bob@figures.example');
    await bob.data('mutation { createDevice(input: { name: "Mine" }) { device { id } } }');
    const figures = `{ itemCount(filter: { entity: DEVICE })
      itemBreakdown(filter: { entity: DEVICE }, by: ATTRIBUTE, attribute: "site") { count } }`;
    expect(await bob.data(figures)).toEqual({ itemCount: 1, itemBreakdown: [] });
  });
});
