import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done } from './access-api.js';
import { startAccessWorld, type AccessTenant, type AccessWorld } from './access-world.js';

let world: AccessWorld;
let acme: AccessTenant;
let admin: string;
let customer: string;
let customerAdmin: string;

beforeAll(async () => {
  world = await startAccessWorld();
});
beforeEach(async () => {
  acme = await world.createTenant();
  admin = await acme.addUser(null, 'Tenant Administrators');
  customer = await acme.addCustomer();
  customerAdmin = await acme.addUser(customer, 'Customer Administrators');
});

const made = async (as: string, input: object): Promise<string> =>
  done(await acme.api.createGroup(as, input)).id;

const generic = async (...permissions: [string, string[]][]): Promise<string> => {
  const entries = permissions.map(([resource, operations]) => ({ resource, operations }));
  const input = { name: JSON.stringify(entries), type: 'GENERIC', permissions: entries };
  return done(await acme.api.createRole(admin, input)).id;
};

const groupRole = async (...operations: string[]): Promise<string> => {
  const input = { name: operations.join(), type: 'GROUP', operations };
  return done(await acme.api.createRole(admin, input)).id;
};

const give = async (userGroupId: string, roleId: string, entityGroupId?: string): Promise<void> => {
  const input = { userGroupId, roleId, ...(entityGroupId && { entityGroupId }) };
  done(await acme.api.grant(admin, input));
};

const idsIn = async (as: string, groupId: string): Promise<string[]> =>
  (await acme.api.members(as, groupId)).nodes.map(({ id }) => id);

describe('members', () => {
  it('enter, are listed by pages, and leave', async () => {
    const groupId = await made(admin, { name: 'Shared', type: 'ASSET' });
    const assets = [await acme.addItem('ASSET', null), await acme.addItem('ASSET', customer)];
    expect(done(await acme.api.add(admin, groupId, assets)).memberCount).toBe(2);
    expect(done(await acme.api.add(admin, groupId, assets)).memberCount).toBe(2);
    const first = await acme.api.members(admin, groupId, 1);
    expect(first).toMatchObject({
      nodes: [{ id: assets[0], type: 'ASSET', name: assets[0] }],
      pageInfo: { hasNextPage: true },
    });
    const second = await acme.api.members(admin, groupId, 1, first.pageInfo.endCursor);
    expect(second).toMatchObject({
      nodes: [{ id: assets[1] }],
      pageInfo: { hasNextPage: false },
    });
    expect(done(await acme.api.remove(admin, groupId, assets.slice(1))).memberCount).toBe(1);
    const acts = ['entity_group.members_added', 'entity_group.members_removed'];
    expect(await acme.acts()).toEqual(expect.arrayContaining(acts));
    const wrong = acme.api.members(admin, groupId, 1, 'x');
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('of an All group are what its owner owns, and nobody changes that', async () => {
    const ofDevices = { type: 'DEVICE' };
    const [all] = (await acme.api.groups(customerAdmin, ofDevices)).items;
    const groupId = all?.id ?? '';
    const own = await acme.addItem('DEVICE', customer);
    const below = await acme.addItem('DEVICE', await acme.addCustomer(customer));
    expect(await idsIn(customerAdmin, groupId)).toEqual([own]);
    expect((await acme.api.groups(customerAdmin, ofDevices)).items[0]?.memberCount).toBe(1);
    expect((await acme.api.add(customerAdmin, groupId, [below])).faults).toEqual([
      'groupId ALL_GROUP',
    ]);
    expect((await acme.api.remove(customerAdmin, groupId, [own])).faults).toEqual([
      'groupId ALL_GROUP',
    ]);
  });

  it('of another type, of others and none at all are refused at their place', async () => {
    const groupId = await made(customerAdmin, { name: 'Own', type: 'DEVICE' });
    const device = await acme.addItem('DEVICE', customer);
    const asset = await acme.addItem('ASSET', customer);
    const foreign = await acme.addItem('DEVICE', null);
    const many = Array.from({ length: 1_001 }, () => device);
    for (const [ids, faults] of [
      [
        [device, asset, foreign],
        ['entityIds.1 NOT_FOUND', 'entityIds.2 NOT_FOUND'],
      ],
      [[], ['entityIds REQUIRED']],
      [many, ['entityIds TOO_LONG']],
    ] as const) {
      expect((await acme.api.add(customerAdmin, groupId, ids)).faults).toEqual(faults);
      expect((await acme.api.remove(customerAdmin, groupId, ids)).faults).toEqual(faults);
    }
    expect(await idsIn(customerAdmin, groupId)).toEqual([]);
  });

  it('that were only lent do not enter a group of one’s own', async () => {
    const device = await acme.addItem('DEVICE', null);
    const lent = await made(admin, { name: 'Lent', type: 'DEVICE', memberIds: [device] });
    const administrators = await acme.groupNamed(customer, 'Customer Administrators');
    await give(administrators, await groupRole('READ'), lent);
    expect(await idsIn(customerAdmin, lent)).toEqual([device]);
    const own = await made(customerAdmin, { name: 'Own', type: 'DEVICE' });
    const { faults } = await acme.api.add(customerAdmin, own, [device]);
    expect(faults).toEqual(['entityIds NOT_ALLOWED']);
  });
});

describe('who lets in', () => {
  const exceeds = ['entityIds GRANT_EXCEEDS_OWN'];

  it('has on an entity what others get on it through the group', async () => {
    const keeper = await acme.addUser(null, 'Tenant Users');
    const filling = await generic(['DEVICE_GROUP', ['ALL']]);
    await give(await acme.groupNamed(null, 'Tenant Users'), filling);
    const groupId = await made(admin, { name: 'Shared', type: 'DEVICE' });
    const users = await acme.groupNamed(customer, 'Customer Users');
    await give(users, await groupRole('READ'), groupId);
    const device = await acme.addItem('DEVICE', null);
    expect((await acme.api.add(keeper, groupId, [device])).faults).toEqual([]);
    await give(users, await groupRole('WRITE'), groupId);
    const another = await acme.addItem('DEVICE', null);
    expect((await acme.api.add(keeper, groupId, [another])).faults).toEqual(exceeds);
    expect((await acme.api.add(admin, groupId, [another])).faults).toEqual([]);
  });

  it('to a user group has what its members hold', async () => {
    const keeper = await acme.addUser(null, 'Tenant Users');
    const filling = await generic(['USER_GROUP', ['ALL']]);
    await give(await acme.groupNamed(null, 'Tenant Users'), filling);
    const administrators = await acme.groupNamed(null, 'Tenant Administrators');
    const colleague = await acme.addUser(null);
    expect((await acme.api.add(keeper, administrators, [colleague])).faults).toEqual(exceeds);
    expect((await acme.api.add(keeper, administrators, [keeper])).faults).toEqual(exceeds);
    expect((await acme.api.add(admin, administrators, [colleague])).faults).toEqual([]);
  });

  it('in a customer brings colleagues into its groups, whom the authority caps', async () => {
    const own = await acme.groupNamed(customer, 'Customer Administrators');
    const colleague = await acme.addUser(customer);
    const below = await acme.addUser(await acme.addCustomer(customer));
    const { faults } = await acme.api.add(customerAdmin, own, [colleague, below]);
    expect(faults).toEqual([]);
    const { generic: held } = (await acme.viewerOf(below)).principal.permissions;
    expect(held.get('DEVICE')).toContain('DELETE');
    expect(held.has('DOMAIN')).toBe(false);
  });

  it('does not put people of the tenant into a group of a customer', async () => {
    const own = await acme.groupNamed(customer, 'Customer Users');
    expect((await acme.api.add(admin, own, [admin])).faults).toEqual(['entityIds NOT_ALLOWED']);
  });
});

it('nobody leaves their own authority, nor ends it with its group', async () => {
  const own = await acme.groupNamed(customer, 'Customer Administrators');
  const { faults } = await acme.api.remove(customerAdmin, own, [customerAdmin]);
  expect(faults).toEqual(['entityIds NOT_ALLOWED']);
  const colleague = await acme.addUser(customer, 'Customer Administrators');
  expect((await acme.api.remove(customerAdmin, own, [colleague])).faults).toEqual([]);

  const extra = await made(admin, { name: 'Extra', type: 'USER' });
  await give(extra, await generic(['ALL', ['ALL']]));
  const holder = await acme.addUser(null);
  done(await acme.api.add(admin, extra, [holder]));
  expect((await acme.api.deleteGroup(holder, extra)).faults).toEqual(['id NOT_ALLOWED']);
  expect((await acme.api.deleteGroup(admin, extra)).faults).toEqual([]);
  expect((await acme.viewerOf(holder)).principal.permissions.generic.size).toBe(0);
});
