import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage } from '../registration/administrator.js';
import { makeGroup, makeRole, type Named } from '../registration/grants.js';
import { addRegistrant, row } from '../registration/rollout-world.js';
import { noCaptcha } from '../registration/sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;
let reader: Named;
let onGroup: Named;
let meters: Named;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  tenant = await makeTenant(app, noCaptcha);
  ({ admin } = tenant);
  reader = await makeRole(admin, { DEVICE: ['READ'] });
  onGroup = await makeRole(admin, ['READ']);
  meters = await makeGroup(admin, 'DEVICE');
});

const remove = async (operation: string, { id }: Named, evenInUse?: boolean): Promise<string> => {
  const answer = await admin.data<
    Record<string, { deletedId: string | null; userErrors: { code: string; message: string }[] }>
  >(
    `mutation ($id: ID!, $evenInUse: Boolean) {
       ${operation}(id: $id, evenInUse: $evenInUse) { deletedId userErrors { code message } }
     }`,
    { id, ...(evenInUse !== undefined && { evenInUse }) },
  );
  const payload = answer[operation];
  if (payload?.deletedId === id) return 'gone';
  return payload?.userErrors.map(({ code, message }) => `${code}: ${message}`).join() ?? '';
};

describe('what is in use', () => {
  it('stays, and says which pages give it and whom it would cost something', async () => {
    await updatePage(admin, tenant.selfRegistrationId, {
      groupRoleAssignments: [row(reader), row(onGroup, meters)],
    });
    const held = [{ role: reader }, { role: onGroup, group: meters }];
    await addRegistrant(app, tenant, 'ada@people.example', ...held);
    await addRegistrant(app, tenant, 'bob@people.example', ...held);
    const told = `IN_USE: Sign-up pages give it to registrants: ${tenant.host}. User groups lose what it gives: 2, of 2 customers.`;
    expect(await remove('deleteRole', reader)).toContain(told);
    expect(await remove('deleteEntityGroup', meters)).toContain(told);

    const { role, entityGroup } = await admin.data<{
      role: { customerCount: number };
      entityGroup: object;
    }>(
      `query ($role: ID!, $group: ID!) {
         role(id: $role) { customerCount }
         entityGroup(id: $group) {
           shareCount customerCount usedBySelfRegistrations { domain { host } }
         }
       }`,
      { role: reader.id, group: meters.id },
    );
    expect(role.customerCount).toBe(2);
    expect(entityGroup).toEqual({
      ...{ shareCount: 2, customerCount: 2 },
      usedBySelfRegistrations: [{ domain: { host: tenant.host } }],
    });
  });

  it('stays while customers of registrants enter it, and says from which page', async () => {
    const gardeners = await makeGroup(admin, 'CUSTOMER');
    await updatePage(admin, tenant.selfRegistrationId, { targetCustomerGroupId: gardeners.id });
    expect(await remove('deleteEntityGroup', gardeners)).toBe(
      `IN_USE: Sign-up pages put the customers of registrants into it: ${tenant.host}. ` +
        'End this first, or confirm with `evenInUse`.',
    );
    const { entityGroup } = await admin.data<{ entityGroup: object }>(
      `query ($id: ID!) {
         entityGroup(id: $id) {
           usedBySelfRegistrations { domain { host } targetCustomerGroup { id } }
         }
       }`,
      { id: gardeners.id },
    );
    expect(entityGroup).toEqual({
      usedBySelfRegistrations: [
        { domain: { host: tenant.host }, targetCustomerGroup: { id: gardeners.id } },
      ],
    });
    await updatePage(admin, tenant.selfRegistrationId, { targetCustomerGroupId: null });
    expect(await remove('deleteEntityGroup', gardeners)).toBe('gone');
  });

  it('goes when whoever deletes it knows', async () => {
    await updatePage(admin, tenant.selfRegistrationId, {
      groupRoleAssignments: [row(reader), row(onGroup, meters)],
    });
    expect(await remove('deleteRole', reader, true)).toBe('gone');
    expect(await remove('deleteEntityGroup', meters, true)).toBe('gone');
  });

  it('is nothing that nobody holds', async () => {
    expect(await remove('deleteRole', reader)).toBe('gone');
    expect(await remove('deleteEntityGroup', meters)).toBe('gone');
  });
});
