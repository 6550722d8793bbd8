import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operationsOn } from '../../src/access/decision.js';
import { done, type Naming } from './access-api.js';
import { startAccessWorld, type AccessTenant, type AccessWorld } from './access-world.js';

let world: AccessWorld;
let acme: AccessTenant;
let admin: string;
let customer: string;
let customerAdmin: string;
let customerUsers: string;

beforeAll(async () => {
  world = await startAccessWorld();
});
beforeEach(async () => {
  acme = await world.createTenant();
  admin = await acme.addUser(null, 'Tenant Administrators');
  customer = await acme.addCustomer();
  customerAdmin = await acme.addUser(customer, 'Customer Administrators');
  customerUsers = await acme.groupNamed(customer, 'Customer Users');
});

const given = async (as: string, input: Naming): Promise<string> =>
  done(await acme.api.grant(as, input)).id;

const roleOf = async (as: string, input: object): Promise<string> =>
  done(await acme.api.createRole(as, { name: JSON.stringify(input), ...input })).id;

const generic = (as: string, resource: string, ...operations: string[]): Promise<string> =>
  roleOf(as, { type: 'GENERIC', permissions: [{ resource, operations }] });

const groupRole = (as: string, ...operations: string[]): Promise<string> =>
  roleOf(as, { type: 'GROUP', operations });

const shareable = async (...memberIds: string[]): Promise<string> =>
  done(await acme.api.createGroup(admin, { name: 'Shared', type: 'DEVICE', memberIds })).id;

const defaultRole = async (name: string): Promise<string> =>
  (await acme.api.roles(admin, { search: name })).items[0]?.id ?? '';

const allUsersOf = async (as: string): Promise<string> =>
  (await acme.api.groups(as, { type: 'USER', search: 'All' })).items[0]?.id ?? '';

/** Asks for somebody, as they were signed in, whether they may let a new user into these groups. */
const joiningBy = async (userId: string, groupIds: readonly string[]) => {
  const viewer = await acme.viewerOf(userId);
  const receivers = { authority: 'CUSTOMER_USER', ownerChain: [customer] } as const;
  const { grantGuard } = world.access;
  return () => acme.inTenant((tx) => grantGuard.checkJoining(tx, viewer, groupIds, receivers));
};

describe('granting a role to a user group', () => {
  it('takes effect at once, is listed and can be taken back', async () => {
    const user = await acme.addUser(customer, 'Customer Users');
    const device = { resource: 'DEVICE', ownerChain: [customer] } as const;
    const can = async () => operationsOn((await acme.viewerOf(user)).principal, device);
    expect(await can()).toEqual(['READ', 'READ_ATTRIBUTES']);

    const roleId = await generic(admin, 'DEVICE', 'WRITE');
    const id = await given(admin, { userGroupId: customerUsers, roleId });
    expect(await can()).toEqual(['READ', 'WRITE', 'READ_ATTRIBUTES']);
    const listed = await acme.api.permissions(admin, customerUsers);
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatchObject({ role: { name: 'Customer User' }, entityGroup: null });

    expect(done(await acme.api.revoke(admin, id))).toBe(id);
    expect(await can()).toEqual(['READ', 'READ_ATTRIBUTES']);
    const acts = ['group_permission.granted', 'group_permission.revoked'];
    expect(await acme.acts()).toEqual(expect.arrayContaining(acts));
  });

  it('on an entity group lends what the group holds', async () => {
    const device = await acme.addItem('DEVICE', null);
    const entityGroupId = await shareable(device);
    const roleId = await groupRole(admin, 'READ');
    const input = { userGroupId: customerUsers, roleId, entityGroupId };
    expect(done(await acme.api.grant(admin, input)).entityGroup?.name).toBe('Shared');
    const user = await acme.addUser(customer, 'Customer Users');
    const found = await acme.call(user, 'query ($id: ID!) { device(id: $id) { id viewerCan } }', {
      id: device,
    });
    expect(found).toEqual({ device: { id: device, viewerCan: ['READ'] } });
  });

  it('to all users of an owner reaches each of them, and nobody else', async () => {
    const roleId = await generic(admin, 'ASSET', 'CREATE');
    await given(admin, { userGroupId: await allUsersOf(customerAdmin), roleId });
    const creates = async (userId: string): Promise<boolean> => {
      const { principal } = await acme.viewerOf(userId);
      return principal.permissions.generic.get('ASSET')?.has('CREATE') ?? false;
    };
    expect(await creates(await acme.addUser(customer))).toBe(true);
    expect(await creates(await acme.addUser(await acme.addCustomer(customer)))).toBe(false);
    expect(await creates(await acme.addUser(null))).toBe(false);
  });

  it('needs groups and roles that exist, fit together and are not given yet', async () => {
    const shared = await shareable();
    const onGroup = await groupRole(admin, 'READ');
    const everywhere = await generic(admin, 'DEVICE', 'READ');
    const attempts: [Naming, string[]][] = [
      [
        { userGroupId: 'x', roleId: 'x', entityGroupId: 'x' },
        ['input.userGroupId NOT_FOUND', 'input.roleId NOT_FOUND', 'input.entityGroupId NOT_FOUND'],
      ],
      [{ userGroupId: shared, roleId: everywhere }, ['input.userGroupId TYPE_MISMATCH']],
      [{ userGroupId: customerUsers, roleId: onGroup }, ['input.entityGroupId REQUIRED']],
      [
        { userGroupId: customerUsers, roleId: everywhere, entityGroupId: shared },
        ['input.entityGroupId TYPE_MISMATCH'],
      ],
    ];
    for (const [input, faults] of attempts) {
      expect((await acme.api.grant(admin, input)).faults).toEqual(faults);
    }
    const naming = { userGroupId: customerUsers, roleId: everywhere };
    await given(admin, naming);
    expect((await acme.api.grant(admin, naming)).faults).toEqual(['input.roleId ALREADY_GRANTED']);
  });

  it('of others does not exist for a customer', async () => {
    const strangers = await acme.addCustomer();
    const stranger = await acme.addUser(strangers, 'Customer Administrators');
    const roleId = await generic(stranger, 'DEVICE', 'READ');
    const toOthers = await acme.api.grant(stranger, { userGroupId: customerUsers, roleId });
    expect(toOthers.faults).toEqual(['input.userGroupId NOT_FOUND']);
    const theirs = {
      userGroupId: await acme.groupNamed(strangers, 'Customer Users'),
      roleId: await defaultRole('Customer User'),
    };
    const { faults } = await acme.api.grant(stranger, theirs);
    expect(faults).toEqual(['input.roleId NOT_FOUND']);
    const id = await given(admin, {
      userGroupId: customerUsers,
      roleId: await defaultRole('Tenant User'),
    });
    for (const attempt of [
      () => acme.api.revoke(stranger, id),
      () => acme.api.revoke(stranger, 'x'),
      () => acme.api.permissions(stranger, customerUsers),
      () => acme.api.permissions(stranger, 'x'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('nobody gives more than they have', () => {
  const exceeds = ['input.roleId GRANT_EXCEEDS_OWN'];

  it('to a user group', async () => {
    const granting = [
      { resource: 'USER_GROUP', operations: ['WRITE'] },
      { resource: 'GROUP_PERMISSION', operations: ['ALL'] },
    ];
    await given(admin, {
      userGroupId: await acme.groupNamed(null, 'Tenant Users'),
      roleId: await roleOf(admin, { type: 'GENERIC', permissions: granting }),
    });
    const granter = await acme.addUser(null, 'Tenant Users');
    const administrator = await defaultRole('Customer Administrator');
    const more = { userGroupId: customerUsers, roleId: administrator };
    const refused = await acme.api.grant(granter, more);
    expect(refused.faults).toEqual(exceeds);
    expect(refused.messages[0]).toContain('DEVICE:WRITE');
    const looking = await generic(admin, 'DEVICE', 'READ');
    await given(granter, { userGroupId: customerUsers, roleId: looking });
  });

  it('of a group that was shared with them', async () => {
    const entityGroupId = await shareable(await acme.addItem('DEVICE', null));
    const userGroupId = await acme.groupNamed(customer, 'Customer Administrators');
    const sharing = await groupRole(admin, 'READ', 'SHARE_GROUP');
    await given(admin, { userGroupId, roleId: sharing, entityGroupId });

    const reading = await groupRole(customerAdmin, 'READ');
    const passedOn = { userGroupId: customerUsers, roleId: reading, entityGroupId };
    await given(customerAdmin, passedOn);
    const writing = await groupRole(customerAdmin, 'READ', 'WRITE');
    const beyond = await acme.api.grant(customerAdmin, { ...passedOn, roleId: writing });
    expect(beyond.faults).toEqual(exceeds);
  });

  it('and who may not share does not share', async () => {
    const entityGroupId = await shareable();
    const userGroupId = await acme.groupNamed(customer, 'Customer Administrators');
    await given(admin, { userGroupId, roleId: await groupRole(admin, 'READ'), entityGroupId });
    const roleId = await groupRole(customerAdmin, 'READ');
    const attempt = acme.api.grant(customerAdmin, {
      userGroupId: customerUsers,
      roleId,
      entityGroupId,
    });
    await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('any more, once it was taken from them in between', async () => {
    const check = await joiningBy(customerAdmin, [customerUsers]);
    expect((await check()).allowed).toBe(true);
    const administrators = await acme.groupNamed(customer, 'Customer Administrators');
    await acme.inTenant((tx) => world.access.members.remove(tx, administrators, [customerAdmin]));
    expect((await check()).allowed).toBe(false);
  });

  it('by inviting, what all users of the owner hold included', async () => {
    const inviter = await acme.addUser(null, 'Tenant Users');
    const check = await joiningBy(inviter, []);
    expect((await check()).allowed).toBe(true);
    await given(customerAdmin, {
      userGroupId: await allUsersOf(customerAdmin),
      roleId: await generic(customerAdmin, 'DEVICE', 'DELETE'),
    });
    expect((await check()).missing).toEqual([
      { resource: 'DEVICE', operation: 'DELETE', groupId: null },
    ]);
  });
});

it('nobody takes back their own authority', async () => {
  const administrators = await acme.groupNamed(customer, 'Customer Administrators');
  const [permission] = await acme.api.permissions(customerAdmin, administrators);
  const id = permission?.id ?? '';
  expect((await acme.api.revoke(customerAdmin, id)).faults).toEqual(['id NOT_ALLOWED']);
  expect((await acme.api.revoke(admin, id)).faults).toEqual([]);
});
