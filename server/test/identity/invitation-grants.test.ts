import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import {
  addCustomer,
  addDomain,
  addUser,
  createSampleTenant,
  invite,
  unique,
  whoIs,
  type SampleTenant,
} from './people.js';

let app: TestApp;
let tenant: SampleTenant;
let host: string;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await createSampleTenant(app);
  host = await addDomain(tenant.administrator);
});

const someEmail = () => `${unique('invited')}@people.example`;

/** A user group of its own, with a new role that gives this. */
const addGroup = async (
  operations: Readonly<Record<string, readonly string[]>>,
  ownerCustomerId: string | null,
): Promise<string> => {
  const { administrator: by } = tenant;
  const permissions = Object.entries(operations).map(([resource, given]) => ({
    resource,
    operations: given,
  }));
  const { createRole } = await by.data<{ createRole: { role: { id: string } } }>(
    `mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { id } userErrors { code } } }`,
    { input: { name: unique('Role'), type: 'GENERIC', permissions } },
  );
  const { createEntityGroup } = await by.data<{
    createEntityGroup: { entityGroup: { id: string } };
  }>(
    `mutation ($input: CreateEntityGroupInput!) {
       createEntityGroup(input: $input) { entityGroup { id } userErrors { code } }
     }`,
    { input: { name: unique('Group'), type: 'USER', ownerCustomerId } },
  );
  const userGroupId = createEntityGroup.entityGroup.id;
  const { grantPermission } = await by.data<{ grantPermission: { userErrors: object[] } }>(
    `mutation ($input: GrantPermissionInput!) { grantPermission(input: $input) { userErrors { code } } }`,
    { input: { userGroupId, roleId: createRole.role.id } },
  );
  expect(grantPermission.userErrors).toEqual([]);
  return userGroupId;
};

const groupNamed = async (by: Browser, name: string, owner?: string): Promise<string> => {
  const { entityGroups } = await by.data<{
    entityGroups: { items: { id: string; name: string }[] };
  }>(
    `query ($filter: EntityGroupFilter) { entityGroups(filter: $filter, limit: 100) { items { id name } } }`,
    { filter: { type: 'USER', ...(owner && { ownerCustomerId: owner }) } },
  );
  return entityGroups.items.find((group) => group.name === name)!.id;
};

const inviter = { USER: ['READ', 'CREATE'], USER_GROUP: ['READ', 'ADD_TO_GROUP'] };

describe('who invites', () => {
  it('gives no more than they have: not through the default group either', async () => {
    const groupIds = [await addGroup(inviter, null)];
    const clerk = await addUser(app, tenant.administrator, 'localhost', { groupIds });
    const full = await groupNamed(tenant.administrator, 'Tenant Administrators');
    for (const chosen of [undefined, [full]]) {
      const email = someEmail();
      const refused = await invite(clerk.browser, { email, ...(chosen && { groupIds: chosen }) });
      expect(refused).toMatchObject({
        user: null,
        userErrors: [{ field: ['input', 'groupIds'], code: 'GRANT_EXCEEDS_OWN' }],
      });
      const { users } = await tenant.administrator.data<{ users: { nodes: object[] } }>(
        `query ($search: String) { users(filter: { search: $search }) { nodes { id } } }`,
        { search: email },
      );
      expect(users.nodes).toEqual([]);
    }
    const allowed = await invite(clerk.browser, { email: someEmail(), groupIds });
    expect(allowed.userErrors).toEqual([]);
  });

  it('needs the permission to create users', async () => {
    const groupIds = [await addGroup({ USER: ['READ'] }, null)];
    const reader = await addUser(app, tenant.administrator, 'localhost', { groupIds });
    const answer = await reader.browser.graphql(
      `mutation { inviteUser(input: { email: "${someEmail()}" }) { user { id } } }`,
    );
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('names only user groups of the owner, and none that is derived', async () => {
    const customerId = await addCustomer(tenant.administrator);
    const ofTenant = await groupNamed(tenant.administrator, 'Tenant Users');
    const all = await groupNamed(tenant.administrator, 'All', customerId);
    for (const groupId of [ofTenant, all, 'no-id', customerId]) {
      const groupIds = [groupId];
      const answer = await invite(tenant.administrator, {
        email: someEmail(),
        customerId,
        groupIds,
      });
      expect(answer.userErrors).toMatchObject([
        { field: ['input', 'groupIds', '0'], code: 'NOT_FOUND' },
      ]);
    }
  });

  it('as a customer user invites into the own customer and below it, nowhere else', async () => {
    const [mine, other] = [
      await addCustomer(tenant.administrator),
      await addCustomer(tenant.administrator),
    ];
    const below = await addCustomer(tenant.administrator, mine);
    const groupIds = [await groupNamed(tenant.administrator, 'Customer Administrators', mine)];
    const me = await addUser(app, tenant.administrator, host, { customerId: mine, groupIds });

    const colleague = await addUser(app, me.browser, host);
    const { user } = await me.browser.data<{ user: { customer: { id: string } } }>(
      `query ($id: ID!) { user(id: $id) { customer { id } } }`,
      { id: colleague.id },
    );
    expect(user.customer.id).toBe(mine);
    expect(await whoIs(colleague.browser)).toBe(colleague.id);
    expect(
      (await invite(me.browser, { email: someEmail(), customerId: below })).userErrors,
    ).toEqual([]);
    const outside = await invite(me.browser, { email: someEmail(), customerId: other });
    expect(outside.userErrors).toMatchObject([
      { field: ['input', 'customerId'], code: 'NOT_FOUND' },
    ]);
  });

  it('counts what the group of all users of the customer gives', async () => {
    const clerks = [await addGroup(inviter, null)];
    const clerk = await addUser(app, tenant.administrator, 'localhost', { groupIds: clerks });
    const customerId = await addCustomer(tenant.administrator);
    const groupIds = [await addGroup(inviter, customerId)];
    const inviteOne = async () =>
      (await invite(clerk.browser, { email: someEmail(), customerId, groupIds })).userErrors;
    expect(await inviteOne()).toEqual([]);

    const { roles } = await tenant.administrator.data<{ roles: { items: { id: string }[] } }>(
      `{ roles(filter: { search: "Customer Administrator" }) { items { id } } }`,
    );
    const userGroupId = await groupNamed(tenant.administrator, 'All', customerId);
    await tenant.administrator.data(
      `mutation ($input: GrantPermissionInput!) { grantPermission(input: $input) { userErrors { code } } }`,
      { input: { userGroupId, roleId: roles.items[0]!.id } },
    );
    expect(await inviteOne()).toMatchObject([{ code: 'GRANT_EXCEEDS_OWN' }]);
  });
});
