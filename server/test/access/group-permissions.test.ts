import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operationsOn } from '../../src/access/decision.js';
import {
  createAccessWorld,
  faultsOf,
  type AccessTenant,
  type AccessWorld,
} from './access-world.js';

const faults = 'userErrors { field code message }';
const grant = `mutation ($input: GrantPermissionInput!) {
  grantPermission(input: $input) {
    groupPermission { id role { name } userGroup { name } entityGroup { name } } ${faults} } }`;
const revoke = `mutation ($id: ID!) { revokePermission(id: $id) { deletedId ${faults} } }`;
const listed = `query ($userGroupId: ID!) { groupPermissions(userGroupId: $userGroupId) {
  id role { name } entityGroup { name } } }`;
const createRole = `mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { id } } }`;
const createGroup = `mutation ($input: CreateEntityGroupInput!) {
  createEntityGroup(input: $input) { entityGroup { id } } }`;
const allUsers = '{ entityGroups(filter: { type: USER, search: "All" }) { items { id } } }';
const roleNamed = `query ($name: String!) { roles(filter: { search: $name }) { items { id } } }`;

let world: AccessWorld;
let acme: AccessTenant;
let admin: string;
let customer: string;
let customerAdmin: string;
let customerUsers: string;

beforeAll(async () => {
  world = await createAccessWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  acme = await world.createTenant();
  admin = await acme.addUser(null, 'Tenant Administrators');
  customer = await acme.addCustomer();
  customerAdmin = await acme.addUser(customer, 'Customer Administrators');
  customerUsers = await acme.groupNamed(customer, 'Customer Users');
});

interface Naming {
  readonly userGroupId: string;
  readonly roleId: string;
  readonly entityGroupId?: string;
}

const give = async (as: string, input: Naming) =>
  (await acme.call(as, grant, { input })).grantPermission;
const given = async (as: string, input: Naming): Promise<string> => {
  const { groupPermission, userErrors } = await give(as, input);
  expect(userErrors).toEqual([]);
  return groupPermission.id;
};
const roleOf = async (as: string, input: object): Promise<string> =>
  (await acme.call(as, createRole, { input: { name: JSON.stringify(input), ...input } })).createRole
    .role.id;
const generic = (as: string, resource: string, ...operations: string[]) =>
  roleOf(as, { type: 'GENERIC', permissions: [{ resource, operations }] });
const groupRole = (as: string, ...operations: string[]) =>
  roleOf(as, { type: 'GROUP', operations });
const group = async (as: string, type: string, ...memberIds: string[]): Promise<string> => {
  const input = { name: `${type} of ${as}`, type, memberIds };
  return (await acme.call(as, createGroup, { input })).createEntityGroup.entityGroup.id;
};
const defaultRole = async (name: string): Promise<string> =>
  (await acme.call(admin, roleNamed, { name })).roles.items[0].id;

describe('granting a role to a user group', () => {
  it('takes effect at once, is listed and can be taken back', async () => {
    const user = await acme.addUser(customer, 'Customer Users');
    const device = { resource: 'DEVICE', ownerChain: [customer] } as const;
    const can = async () => operationsOn((await acme.viewerOf(user)).principal, device);
    expect(await can()).toEqual(['READ', 'READ_ATTRIBUTES']);

    const roleId = await generic(admin, 'DEVICE', 'WRITE');
    const id = await given(admin, { userGroupId: customerUsers, roleId });
    expect(await can()).toEqual(['READ', 'WRITE', 'READ_ATTRIBUTES']);
    const { groupPermissions } = await acme.call(admin, listed, { userGroupId: customerUsers });
    expect(groupPermissions).toHaveLength(2);
    expect(groupPermissions[0]).toMatchObject({
      role: { name: 'Customer User' },
      entityGroup: null,
    });

    expect((await acme.call(admin, revoke, { id })).revokePermission.deletedId).toBe(id);
    expect(await can()).toEqual(['READ', 'READ_ATTRIBUTES']);
    expect(await acme.acts()).toEqual(
      expect.arrayContaining(['group_permission.granted', 'group_permission.revoked']),
    );
  });

  it('on an entity group lends what the group holds', async () => {
    const device = await acme.addItem('DEVICE', null);
    const shared = await group(admin, 'DEVICE', device);
    const roleId = await groupRole(admin, 'READ');
    const answer = await give(admin, { userGroupId: customerUsers, roleId, entityGroupId: shared });
    expect(answer.groupPermission.entityGroup.name).toBe(`DEVICE of ${admin}`);
    const { principal } = await acme.viewerOf(await acme.addUser(customer, 'Customer Users'));
    expect(principal.permissions.groups.get(shared)?.operations).toEqual(new Set(['READ']));
  });

  it('to all users of an owner reaches each of them, and nobody else', async () => {
    const [all] = (await acme.call(customerAdmin, allUsers)).entityGroups.items;
    await given(admin, { userGroupId: all.id, roleId: await generic(admin, 'ASSET', 'CREATE') });
    const creates = async (userId: string) =>
      (await acme.viewerOf(userId)).principal.permissions.generic.get('ASSET')?.has('CREATE') ??
      false;
    expect(await creates(await acme.addUser(customer))).toBe(true);
    expect(await creates(await acme.addUser(await acme.addCustomer(customer)))).toBe(false);
    expect(await creates(await acme.addUser(null))).toBe(false);
  });

  it('needs groups and roles that exist, fit together and are not given yet', async () => {
    const shared = await group(admin, 'DEVICE');
    const onGroup = await groupRole(admin, 'READ');
    const everywhere = await generic(admin, 'DEVICE', 'READ');
    const tries: [Naming, string[]][] = [
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
    for (const [input, expected] of tries) {
      expect(faultsOf(await give(admin, input))).toEqual(expected);
    }
    const naming = { userGroupId: customerUsers, roleId: everywhere };
    await given(admin, naming);
    expect(faultsOf(await give(admin, naming))).toEqual(['input.roleId ALREADY_GRANTED']);
  });

  it('of others does not exist for a customer', async () => {
    const strangers = await acme.addCustomer();
    const stranger = await acme.addUser(strangers, 'Customer Administrators');
    const own = await generic(stranger, 'DEVICE', 'READ');
    expect(faultsOf(await give(stranger, { userGroupId: customerUsers, roleId: own }))).toEqual([
      'input.userGroupId NOT_FOUND',
    ]);
    const tenants = await defaultRole('Customer User');
    const ownGroup = await acme.groupNamed(strangers, 'Customer Users');
    expect(faultsOf(await give(stranger, { userGroupId: ownGroup, roleId: tenants }))).toEqual([
      'input.roleId NOT_FOUND',
    ]);
    const id = await given(admin, {
      userGroupId: customerUsers,
      roleId: await defaultRole('Tenant User'),
    });
    for (const [source, variables] of [
      [revoke, { id }],
      [revoke, { id: 'x' }],
      [listed, { userGroupId: customerUsers }],
    ] as const) {
      await expect(acme.call(stranger, source, variables)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});

describe('nobody gives more than they have', () => {
  it('to a user group', async () => {
    await given(admin, {
      userGroupId: await acme.groupNamed(null, 'Tenant Users'),
      roleId: await roleOf(admin, {
        type: 'GENERIC',
        permissions: [
          { resource: 'USER_GROUP', operations: ['WRITE'] },
          { resource: 'GROUP_PERMISSION', operations: ['ALL'] },
        ],
      }),
    });
    const granter = await acme.addUser(null, 'Tenant Users');
    const administrator = await defaultRole('Customer Administrator');
    const answer = await give(granter, { userGroupId: customerUsers, roleId: administrator });
    expect(faultsOf(answer)).toEqual(['input.roleId GRANT_EXCEEDS_OWN']);
    expect(answer.userErrors[0].message).toContain('DEVICE:WRITE');
    const looking = await generic(admin, 'DEVICE', 'READ');
    expect(
      (await give(granter, { userGroupId: customerUsers, roleId: looking })).userErrors,
    ).toEqual([]);
  });

  it('of a group that was shared with them', async () => {
    const device = await acme.addItem('DEVICE', null);
    const shared = await group(admin, 'DEVICE', device);
    const administrators = await acme.groupNamed(customer, 'Customer Administrators');
    const sharing = await groupRole(admin, 'READ', 'SHARE_GROUP');
    await given(admin, { userGroupId: administrators, roleId: sharing, entityGroupId: shared });

    const reading = await groupRole(customerAdmin, 'READ');
    const passed = { userGroupId: customerUsers, roleId: reading, entityGroupId: shared };
    expect((await give(customerAdmin, passed)).userErrors).toEqual([]);
    const writing = await groupRole(customerAdmin, 'READ', 'WRITE');
    expect(faultsOf(await give(customerAdmin, { ...passed, roleId: writing }))).toEqual([
      'input.roleId GRANT_EXCEEDS_OWN',
    ]);
  });

  it('and who may not share does not share', async () => {
    const shared = await group(admin, 'DEVICE');
    const administrators = await acme.groupNamed(customer, 'Customer Administrators');
    const reading = await groupRole(admin, 'READ');
    await given(admin, { userGroupId: administrators, roleId: reading, entityGroupId: shared });
    const own = await groupRole(customerAdmin, 'READ');
    const input = { userGroupId: customerUsers, roleId: own, entityGroupId: shared };
    await expect(give(customerAdmin, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('any more, once it was taken from them in between', async () => {
    const viewer = await acme.viewerOf(customerAdmin);
    const joining = () =>
      acme.inTenant((tx) =>
        world.access.grantGuard.checkJoining(tx, viewer, [customerUsers], {
          authority: 'CUSTOMER_USER',
          ownerChain: [customer],
        }),
      );
    expect((await joining()).allowed).toBe(true);
    const administrators = await acme.groupNamed(customer, 'Customer Administrators');
    await acme.inTenant((tx) => world.access.members.remove(tx, administrators, [customerAdmin]));
    expect((await joining()).allowed).toBe(false);
  });

  it('by inviting, what all users of the owner hold included', async () => {
    const viewer = await acme.viewerOf(await acme.addUser(null, 'Tenant Users'));
    const joiningNothing = () =>
      acme.inTenant((tx) =>
        world.access.grantGuard.checkJoining(tx, viewer, [], {
          authority: 'CUSTOMER_USER',
          ownerChain: [customer],
        }),
      );
    expect((await joiningNothing()).allowed).toBe(true);
    const [all] = (await acme.call(customerAdmin, allUsers)).entityGroups.items;
    await given(customerAdmin, {
      userGroupId: all.id,
      roleId: await generic(customerAdmin, 'DEVICE', 'DELETE'),
    });
    expect((await joiningNothing()).missing).toEqual([
      { resource: 'DEVICE', operation: 'DELETE', groupId: null },
    ]);
  });
});

describe('the own authority', () => {
  it('is not taken back by its holder', async () => {
    const administrators = await acme.groupNamed(customer, 'Customer Administrators');
    const [permission] = (await acme.call(customerAdmin, listed, { userGroupId: administrators }))
      .groupPermissions;
    const answer = await acme.call(customerAdmin, revoke, { id: permission.id });
    expect(faultsOf(answer.revokePermission)).toEqual(['id NOT_ALLOWED']);
    expect(
      (await acme.call(admin, revoke, { id: permission.id })).revokePermission.userErrors,
    ).toEqual([]);
  });
});
