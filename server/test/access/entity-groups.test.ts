import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createAccessWorld,
  faultsOf,
  type AccessTenant,
  type AccessWorld,
} from './access-world.js';

const faults = 'userErrors { field code message }';
const createGroup = `mutation ($input: CreateEntityGroupInput!) {
  createEntityGroup(input: $input) { entityGroup { id name kind memberCount viewerCan owner { name } } ${faults} } }`;
const updateGroup = `mutation ($id: ID!, $input: UpdateEntityGroupInput!) {
  updateEntityGroup(id: $id, input: $input) { entityGroup { name } ${faults} } }`;
const deleteGroup = `mutation ($id: ID!) { deleteEntityGroup(id: $id) { deletedId ${faults} } }`;
const addTo = `mutation ($groupId: ID!, $entityIds: [ID!]!) {
  addToEntityGroup(groupId: $groupId, entityIds: $entityIds) { entityGroup { memberCount } ${faults} } }`;
const removeFrom = `mutation ($groupId: ID!, $entityIds: [ID!]!) {
  removeFromEntityGroup(groupId: $groupId, entityIds: $entityIds) { entityGroup { memberCount } ${faults} } }`;
const membersOf = `query ($groupId: ID!, $first: Int, $after: String) {
  entityGroupMembers(groupId: $groupId, first: $first, after: $after) {
    nodes { id type name } pageInfo { hasNextPage endCursor } } }`;
const listGroups = `query ($filter: EntityGroupFilter) { entityGroups(filter: $filter, limit: 100) {
  totalCount items { id name type kind memberCount viewerCan } } }`;
const one = 'query ($id: ID!) { entityGroup(id: $id) { id viewerCan } }';
const grant = `mutation ($input: GrantPermissionInput!) {
  grantPermission(input: $input) { groupPermission { id } ${faults} } }`;
const createRole = `mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { id } } }`;

let world: AccessWorld;
let acme: AccessTenant;
let admin: string;
let customer: string;
let customerAdmin: string;

beforeAll(async () => {
  world = await createAccessWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  acme = await world.createTenant();
  admin = await acme.addUser(null, 'Tenant Administrators');
  customer = await acme.addCustomer();
  customerAdmin = await acme.addUser(customer, 'Customer Administrators');
});

const create = async (as: string, input: object) =>
  (await acme.call(as, createGroup, { input })).createEntityGroup;
const made = async (as: string, input: object): Promise<string> => {
  const { entityGroup, userErrors } = await create(as, input);
  expect(userErrors).toEqual([]);
  return entityGroup.id;
};
const add = async (as: string, groupId: string, ...entityIds: string[]) =>
  (await acme.call(as, addTo, { groupId, entityIds })).addToEntityGroup;
const remove = async (as: string, groupId: string, ...entityIds: string[]) =>
  (await acme.call(as, removeFrom, { groupId, entityIds })).removeFromEntityGroup;
const list = async (as: string, filter: object = {}) =>
  (await acme.call(as, listGroups, { filter })).entityGroups;
const roleWith = async (input: object): Promise<string> =>
  (await acme.call(admin, createRole, { input: { name: JSON.stringify(input), ...input } }))
    .createRole.role.id;
const generic = (...permissions: [string, string[]][]) =>
  roleWith({
    type: 'GENERIC',
    permissions: permissions.map(([resource, operations]) => ({ resource, operations })),
  });
const give = async (userGroupId: string, roleId: string, entityGroupId?: string) => {
  const answer = await acme.call(admin, grant, { input: { userGroupId, roleId, entityGroupId } });
  expect(answer.grantPermission.userErrors).toEqual([]);
};

describe('groups', () => {
  it('of the tenant come by themselves', async () => {
    const { items } = await list(admin, { ownerCustomerId: null });
    expect(items.map(({ type, name, kind }: any) => `${type} ${name} ${kind}`)).toEqual([
      'ASSET All ALL',
      'CUSTOMER All ALL',
      'DEVICE All ALL',
      'USER All ALL',
      'USER Tenant Administrators DEFAULT',
      'USER Tenant Users DEFAULT',
    ]);
    for (const { id, kind, viewerCan } of items) {
      expect(viewerCan).not.toContain('DELETE');
      expect(faultsOf((await acme.call(admin, deleteGroup, { id })).deleteEntityGroup)).toEqual([
        'id NOT_ALLOWED',
      ]);
      const renamed = await acme.call(admin, updateGroup, { id, input: { name: 'Mine' } });
      expect(faultsOf(renamed.updateEntityGroup)).toEqual([
        kind === 'ALL' ? 'id ALL_GROUP' : 'id NOT_ALLOWED',
      ]);
    }
  });

  it('of a customer come when somebody looks for them, once', async () => {
    const quiet = await acme.addCustomer();
    expect((await list(admin)).totalCount).toBe(7); // with «Customer Administrators» of the first
    const names = ['All', 'All', 'All', 'All', 'Customer Administrators', 'Customer Users'];
    for (const _ of [1, 2]) {
      const { items } = await list(admin, { ownerCustomerId: quiet });
      expect(items.map(({ name }: any) => name)).toEqual(names);
    }
    expect((await list(customerAdmin)).items.map(({ name }: any) => name)).toEqual(names);
  });

  it('are made, renamed and deleted; what they held stays', async () => {
    const device = await acme.addItem('DEVICE', null);
    const input = { name: ' Shared ', type: 'DEVICE', memberIds: [device] };
    const { entityGroup } = await create(admin, input);
    expect(entityGroup).toMatchObject({ name: 'Shared', kind: 'CUSTOM', memberCount: 1 });
    const { id } = entityGroup;
    const renamed = await acme.call(admin, updateGroup, { id, input: { name: 'Lent' } });
    expect(renamed.updateEntityGroup.entityGroup.name).toBe('Lent');
    expect((await acme.call(admin, deleteGroup, { id })).deleteEntityGroup.deletedId).toBe(id);
    const second = await create(admin, { ...input, name: 'Second' });
    expect(second.entityGroup.memberCount).toBe(1);
    expect(await acme.acts()).toEqual(
      expect.arrayContaining([
        'entity_group.created',
        'entity_group.updated',
        'entity_group.deleted',
      ]),
    );
  });

  it.each([
    ['a name', { name: '', type: 'DEVICE' }, 'input.name REQUIRED'],
    ['a short name', { name: 'x'.repeat(256), type: 'DEVICE' }, 'input.name TOO_LONG'],
    ['a name that is not reserved', { name: 'All', type: 'DEVICE' }, 'input.name NAME_TAKEN'],
    ['no default name', { name: 'Customer Users', type: 'USER' }, 'input.name NAME_TAKEN'],
    [
      'an owner that exists',
      { name: 'G', type: 'DEVICE', ownerCustomerId: 'x' },
      'input.ownerCustomerId NOT_FOUND',
    ],
    [
      'members that exist',
      { name: 'G', type: 'DEVICE', memberIds: ['x'] },
      'input.memberIds.0 NOT_FOUND',
    ],
  ])('need %s', async (_, input, fault) => {
    expect(faultsOf(await create(admin, input))).toEqual([fault]);
  });

  it('of others do not exist for a customer', async () => {
    const tenants = await made(admin, { name: 'Of the tenant', type: 'DEVICE' });
    const own = await made(customerAdmin, { name: 'Own', type: 'DEVICE' });
    const strangerCustomer = await acme.addCustomer();
    const stranger = await acme.addUser(strangerCustomer, 'Customer Administrators');
    const device = await acme.addItem('DEVICE', strangerCustomer);
    for (const id of [tenants, own, 'x']) {
      for (const [source, variables] of [
        [one, { id }],
        [updateGroup, { id, input: { name: 'Mine' } }],
        [deleteGroup, { id }],
        [membersOf, { groupId: id }],
        [addTo, { groupId: id, entityIds: [device] }],
        [removeFrom, { groupId: id, entityIds: [device] }],
      ] as const) {
        await expect(acme.call(stranger, source, variables)).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
      }
    }
    const input = { name: 'Theirs', type: 'DEVICE', ownerCustomerId: customer };
    expect(faultsOf(await create(stranger, input))).toEqual(['input.ownerCustomerId NOT_FOUND']);
  });

  it('are not changed by who may only read them', async () => {
    const id = await made(admin, { name: 'Shared', type: 'DEVICE' });
    const device = await acme.addItem('DEVICE', null);
    const looker = await acme.addUser(null, 'Tenant Users');
    for (const [source, variables] of [
      [updateGroup, { id, input: { name: 'Mine' } }],
      [deleteGroup, { id }],
      [addTo, { groupId: id, entityIds: [device] }],
      [removeFrom, { groupId: id, entityIds: [device] }],
      [createGroup, { input: { name: 'Mine', type: 'DEVICE' } }],
    ] as const) {
      await expect(acme.call(looker, source, variables)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });
});

describe('members', () => {
  it('enter, are listed by pages, and leave', async () => {
    const groupId = await made(admin, { name: 'Shared', type: 'ASSET' });
    const ids = [];
    for (const _ of [1, 2, 3]) ids.push(await acme.addItem('ASSET', null));
    expect((await add(admin, groupId, ...ids)).entityGroup.memberCount).toBe(3);
    expect((await add(admin, groupId, ...ids)).entityGroup.memberCount).toBe(3);
    const first = (await acme.call(admin, membersOf, { groupId, first: 2 })).entityGroupMembers;
    expect(first.nodes.map(({ id }: any) => id)).toEqual(ids.slice(0, 2));
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = first.pageInfo.endCursor;
    const second = (await acme.call(admin, membersOf, { groupId, after })).entityGroupMembers;
    expect(second).toMatchObject({ nodes: [{ id: ids[2] }], pageInfo: { hasNextPage: false } });
    expect((await remove(admin, groupId, ids[0] ?? '')).entityGroup.memberCount).toBe(2);
    expect(await acme.acts()).toEqual(
      expect.arrayContaining(['entity_group.members_added', 'entity_group.members_removed']),
    );
  });

  it('of an All group are what its owner owns, and nobody changes that', async () => {
    const [all] = (await list(customerAdmin, { type: 'DEVICE' })).items;
    const own = await acme.addItem('DEVICE', customer);
    const below = await acme.addItem('DEVICE', await acme.addCustomer(customer));
    const { nodes } = (await acme.call(customerAdmin, membersOf, { groupId: all.id }))
      .entityGroupMembers;
    expect(nodes.map(({ id }: any) => id)).toEqual([own]);
    expect((await list(customerAdmin, { type: 'DEVICE' })).items[0].memberCount).toBe(1);
    for (const change of [add, remove]) {
      await expect(change(customerAdmin, all.id, below)).resolves.toMatchObject({
        userErrors: [{ field: ['groupId'], code: 'ALL_GROUP' }],
      });
    }
  });

  it('of another type, of others and none at all are refused at their place', async () => {
    const groupId = await made(customerAdmin, { name: 'Own', type: 'DEVICE' });
    const device = await acme.addItem('DEVICE', customer);
    const asset = await acme.addItem('ASSET', customer);
    const foreign = await acme.addItem('DEVICE', null);
    expect(faultsOf(await add(customerAdmin, groupId, device, asset, foreign))).toEqual([
      'entityIds.1 NOT_FOUND',
      'entityIds.2 NOT_FOUND',
    ]);
    expect(faultsOf(await add(customerAdmin, groupId))).toEqual(['entityIds REQUIRED']);
    const many = Array.from({ length: 1_001 }, () => device);
    expect(faultsOf(await add(customerAdmin, groupId, ...many))).toEqual(['entityIds TOO_LONG']);
  });

  it('that were only lent do not enter a group of one’s own', async () => {
    const shared = await made(admin, { name: 'Lent', type: 'DEVICE' });
    const device = await acme.addItem('DEVICE', null);
    await add(admin, shared, device);
    const read = await roleWith({ type: 'GROUP', operations: ['READ'] });
    await give(await acme.groupNamed(customer, 'Customer Administrators'), read, shared);
    const own = await made(customerAdmin, { name: 'Own', type: 'DEVICE' });
    expect(faultsOf(await add(customerAdmin, own, device))).toEqual(['entityIds NOT_ALLOWED']);
  });
});

describe('who lets in', () => {
  it('has on an entity what others get on it through the group', async () => {
    const keeper = await acme.addUser(null, 'Tenant Users');
    const filling = await generic(['DEVICE_GROUP', ['ALL']]);
    await give(await acme.groupNamed(null, 'Tenant Users'), filling);
    const groupId = await made(admin, { name: 'Shared', type: 'DEVICE' });
    const users = await acme.groupNamed(customer, 'Customer Users');
    await give(users, await roleWith({ type: 'GROUP', operations: ['READ'] }), groupId);
    const device = await acme.addItem('DEVICE', null);
    expect((await add(keeper, groupId, device)).userErrors).toEqual([]);
    await give(users, await roleWith({ type: 'GROUP', operations: ['WRITE'] }), groupId);
    const another = await acme.addItem('DEVICE', null);
    expect(faultsOf(await add(keeper, groupId, another))).toEqual(['entityIds GRANT_EXCEEDS_OWN']);
    expect((await add(admin, groupId, another)).userErrors).toEqual([]);
  });

  it('to a user group has what its members hold', async () => {
    const keeper = await acme.addUser(null, 'Tenant Users');
    const filling = await generic(['USER_GROUP', ['ALL']], ['USER', ['READ']]);
    await give(await acme.groupNamed(null, 'Tenant Users'), filling);
    const administrators = await acme.groupNamed(null, 'Tenant Administrators');
    const colleague = await acme.addUser(null);
    expect(faultsOf(await add(keeper, administrators, colleague))).toEqual([
      'entityIds GRANT_EXCEEDS_OWN',
    ]);
    expect(faultsOf(await add(keeper, administrators, keeper))).toEqual([
      'entityIds GRANT_EXCEEDS_OWN',
    ]);
    expect((await add(admin, administrators, colleague)).userErrors).toEqual([]);
  });

  it('in a customer brings colleagues into its groups, whom the authority caps', async () => {
    const colleague = await acme.addUser(customer);
    const own = await acme.groupNamed(customer, 'Customer Administrators');
    expect((await add(customerAdmin, own, colleague)).userErrors).toEqual([]);
    const below = await acme.addUser(await acme.addCustomer(customer));
    expect((await add(customerAdmin, own, below)).userErrors).toEqual([]);
    const { permissions } = (await acme.viewerOf(below)).principal;
    expect([...permissions.generic.keys()]).not.toContain('DOMAIN');
  });

  it('of the tenant does not put its own people into a group of a customer', async () => {
    const own = await acme.groupNamed(customer, 'Customer Users');
    expect(faultsOf(await add(admin, own, admin))).toEqual(['entityIds NOT_ALLOWED']);
  });
});

describe('the own authority', () => {
  it('is not left, nor ended with its group', async () => {
    const own = await acme.groupNamed(customer, 'Customer Administrators');
    expect(faultsOf(await remove(customerAdmin, own, customerAdmin))).toEqual([
      'entityIds NOT_ALLOWED',
    ]);
    const colleague = await acme.addUser(customer, 'Customer Administrators');
    expect((await remove(customerAdmin, own, colleague)).userErrors).toEqual([]);

    const extra = await made(admin, { name: 'Extra', type: 'USER' });
    await give(extra, await generic(['ALL', ['ALL']]));
    const holder = await acme.addUser(null);
    await add(admin, extra, holder);
    const deletion = await acme.call(holder, deleteGroup, { id: extra });
    expect(faultsOf(deletion.deleteEntityGroup)).toEqual(['id NOT_ALLOWED']);
    expect((await acme.call(admin, deleteGroup, { id: extra })).deleteEntityGroup.deletedId).toBe(
      extra,
    );
    expect((await acme.viewerOf(holder)).principal.permissions.generic.size).toBe(0);
  });
});
