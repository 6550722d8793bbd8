import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { deletePage, updatePage } from './administrator.js';
import { addClerk, groupOfAll, makeGroup, makeRole, remove } from './grants.js';
import { activate, activationMail, registerAndActivate, submit } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
  admin = tenant.admin;
});

/** Chooses a group by its id; what was wrong with it. */
const choose = async (
  targetCustomerGroupId: string | null,
  input: object = {},
  by: Browser = admin,
): Promise<string[]> => {
  const settings = { targetCustomerGroupId, ...input };
  const { userErrors } = await updatePage(by, tenant.selfRegistrationId, settings);
  return userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`);
};

const membersOf = async (groupId: string): Promise<string[]> => {
  const { entityGroupMembers } = await admin.data<{
    entityGroupMembers: { nodes: { name: string }[] };
  }>(`query ($id: ID!) { entityGroupMembers(groupId: $id) { nodes { name } } }`, { id: groupId });
  return entityGroupMembers.nodes.map(({ name }) => name);
};

describe('the target customer group', () => {
  it('takes in the customer of every new registrant, and nobody else', async () => {
    const group = await makeGroup(admin, 'CUSTOMER');
    expect(await choose(group.id)).toEqual([]);
    const { selfRegistration } = await admin.data<{ selfRegistration: object }>(
      `query ($id: ID!) { selfRegistration(id: $id) { targetCustomerGroup { id name } } }`,
      { id: tenant.selfRegistrationId },
    );
    expect(selfRegistration).toEqual({ targetCustomerGroup: group });
    await registerAndActivate(app, app.browser(tenant.host), 'ada@group.example');
    expect(await membersOf(group.id)).toEqual(['ada@group.example']);
    expect(await choose(null)).toEqual([]);
    await registerAndActivate(app, app.browser(tenant.host), 'bob@group.example');
    expect(await membersOf(group.id)).toEqual(['ada@group.example']);
  });

  it('still takes in who registered before the page was deleted', async () => {
    const other = await makeTenant(app);
    const group = await makeGroup(other.admin, 'CUSTOMER');
    await updatePage(other.admin, other.selfRegistrationId, { targetCustomerGroupId: group.id });
    const browser = app.browser(other.host);
    await submit(browser, { email: 'late@group.example' });
    const { secret } = await activationMail(app, 'late@group.example');
    expect(await deletePage(other, 'LET_FINISH')).toEqual([]);
    expect(await activate(browser, { secret })).toMatchObject({ activated: true });
    const { body } = await other.admin.graphql(
      `query ($id: ID!) { entityGroupMembers(groupId: $id) { nodes { name } } }`,
      { id: group.id },
    );
    expect(body).toContain('late@group.example');
  });

  it('may be deleted: whoever registers then enters none', async () => {
    const group = await makeGroup(admin, 'CUSTOMER');
    expect(await choose(group.id)).toEqual([]);
    await remove(admin, 'deleteEntityGroup', group);
    await registerAndActivate(app, app.browser(tenant.host), 'carl@group.example');
  });

  it('is a group of customers that the tenant owns', async () => {
    const devices = await makeGroup(admin, 'DEVICE');
    const notThere = ['targetCustomerGroupId NOT_FOUND'];
    const unfit = ['targetCustomerGroupId TYPE_MISMATCH'];
    expect(await choose(devices.id)).toEqual(unfit);
    expect(await choose(await groupOfAll(admin, 'CUSTOMER'))).toEqual(unfit);
    expect(await choose('no-id')).toEqual(notThere);
    const { admin: stranger } = await makeTenant(app);
    expect(await choose((await makeGroup(stranger, 'CUSTOMER')).id)).toEqual(notThere);
  });

  it('is none that a role of the page counts for: registrants would see each other', async () => {
    const group = await makeGroup(admin, 'CUSTOMER');
    const role = await makeRole(admin, ['READ']);
    const groupRoleAssignments = [{ roleId: role.id, entityGroupId: group.id }];
    const shown = ['groupRoleAssignments.0.entityGroupId SHOWS_REGISTRANTS'];
    expect(await choose(group.id, { groupRoleAssignments })).toEqual(shown);
    expect(await choose(null, { groupRoleAssignments })).toEqual([]);
    expect(await choose(group.id)).toEqual(shown);
    expect(await choose(null, { groupRoleAssignments: [] })).toEqual([]);
  });

  it('is chosen only by who may put customers into it', async () => {
    const group = await makeGroup(admin, 'CUSTOMER');
    const page = { SELF_REGISTRATION: ['READ', 'WRITE'], DOMAIN: ['READ'], ROLE: ['READ'] };
    const clerk = await addClerk(app, admin, { ...page, CUSTOMER_GROUP: ['READ'] });
    const off = { enabled: false, groupRoleAssignments: [] };
    const refused = ['targetCustomerGroupId GRANT_EXCEEDS_OWN'];
    expect(await choose(group.id, off, clerk)).toEqual(refused);
    const helper = await addClerk(app, admin, {
      ...page,
      CUSTOMER_GROUP: ['READ', 'ADD_TO_GROUP'],
    });
    expect(await choose(group.id, off, helper)).toEqual([]);
  });
});
