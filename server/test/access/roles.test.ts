import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createAccessWorld,
  faultsOf,
  type AccessTenant,
  type AccessWorld,
} from './access-world.js';

const faults = 'userErrors { field code message }';
const createRole = `mutation ($input: CreateRoleInput!) {
  createRole(input: $input) { role { id name owner { name } } ${faults} } }`;
const updateRole = `mutation ($id: ID!, $input: UpdateRoleInput!) {
  updateRole(id: $id, input: $input) { role { name description operations } ${faults} } }`;
const copyRole = `mutation ($id: ID!, $name: String!) {
  copyRole(id: $id, name: $name) { role { id name isDefault viewerCan } ${faults} } }`;
const deleteRole = `mutation ($id: ID!) { deleteRole(id: $id) { deletedId ${faults} } }`;
const listRoles = `query ($filter: RoleFilter) { roles(filter: $filter, limit: 100) {
  totalCount items { id name type isDefault userCount viewerCan
    permissions { resource operations } operations } } }`;
const grant = `mutation ($input: GrantPermissionInput!) {
  grantPermission(input: $input) { groupPermission { id } ${faults} } }`;

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
  (await acme.call(as, createRole, { input })).createRole;
const update = async (as: string, id: string, input: object) =>
  (await acme.call(as, updateRole, { id, input })).updateRole;
const reader = { type: 'GENERIC', permissions: [{ resource: 'DEVICE', operations: ['READ'] }] };
const made = async (as: string, input: object): Promise<string> => {
  const { role, userErrors } = await create(as, input);
  expect(userErrors).toEqual([]);
  return role.id;
};
const list = async (as: string, filter: object = {}) =>
  (await acme.call(as, listRoles, { filter })).roles;
const defaultRole = async (name: string): Promise<string> =>
  (await list(admin, { search: name })).items[0].id;
const giveTo = async (userGroupId: string, roleId: string) =>
  (await acme.call(admin, grant, { input: { userGroupId, roleId } })).grantPermission;

describe('roles', () => {
  it('come with the tenant, readable but neither changed nor deleted', async () => {
    const { items, totalCount } = await list(admin);
    expect(totalCount).toBe(6);
    expect(items.map(({ name, userCount }: any) => `${name} ${userCount}`)).toEqual([
      'Customer Administrator 1',
      'Customer User 0',
      'Entity Group Administrator 0',
      'Entity Group Read-only User 0',
      'Tenant Administrator 1',
      'Tenant User 0',
    ]);
    for (const { id, isDefault, viewerCan } of items) {
      expect(isDefault).toBe(true);
      expect(viewerCan).toContain('READ');
      expect(viewerCan).not.toContain('WRITE');
      expect(faultsOf(await update(admin, id, { name: 'Mine' }))).toEqual(['id DEFAULT_ROLE']);
      const deletion = await acme.call(admin, deleteRole, { id });
      expect(faultsOf(deletion.deleteRole)).toEqual(['id NOT_ALLOWED']);
    }
  });

  it('are made, copied, changed and deleted, each with an entry in the audit log', async () => {
    const before = await acme.acts();
    const id = await made(admin, { ...reader, name: '  Reader ' });
    const copied = (await acme.call(admin, copyRole, { id, name: 'Copy' })).copyRole;
    expect(copied.role).toMatchObject({ name: 'Copy', isDefault: false });
    const { role } = await update(admin, copied.role.id, { description: 'Looks at devices.' });
    expect(role).toMatchObject({ name: 'Copy', description: 'Looks at devices.' });
    expect((await acme.call(admin, deleteRole, { id })).deleteRole.deletedId).toBe(id);
    expect((await list(admin, { search: 'reader' })).totalCount).toBe(0);
    const added = (await acme.acts()).slice(before.length);
    expect(added).toEqual(['role.created', 'role.created', 'role.updated', 'role.deleted']);
  });

  it.each([
    ['a name', { ...reader, name: ' ' }, 'input.name REQUIRED'],
    ['a short name', { ...reader, name: 'x'.repeat(256) }, 'input.name TOO_LONG'],
    ['a name of characters that show', { ...reader, name: 'a\u0000b' }, 'input.name INVALID_TEXT'],
    ['a permission', { type: 'GENERIC', name: 'R' }, 'input.permissions NO_PERMISSION'],
    ['an operation', { type: 'GROUP', name: 'R' }, 'input.operations NO_PERMISSION'],
    [
      'a permission that is not excluded',
      { ...reader, name: 'R', excludedPermissions: [{ resource: 'ALL', operations: ['ALL'] }] },
      'input.permissions NO_PERMISSION',
    ],
    [
      'operations that the resource has',
      {
        type: 'GENERIC',
        name: 'R',
        permissions: [{ resource: 'AUDIT_LOG', operations: ['WRITE'] }],
      },
      'input.permissions.0.operations OPERATION_NOT_ALLOWED',
    ],
    [
      'operations that a group role can give',
      { type: 'GROUP', name: 'R', operations: ['CHANGE_OWNER'] },
      'input.operations OPERATION_NOT_ALLOWED',
    ],
    [
      'permissions of its type',
      { ...reader, type: 'GROUP', name: 'R', operations: ['READ'] },
      'input.permissions TYPE_MISMATCH',
    ],
    [
      'no operations on groups when generic',
      { ...reader, name: 'R', operations: ['READ'] },
      'input.operations TYPE_MISMATCH',
    ],
    [
      'an owner that exists',
      { ...reader, name: 'R', ownerCustomerId: 'x' },
      'input.ownerCustomerId NOT_FOUND',
    ],
  ])('need %s', async (_, input, fault) => {
    expect(faultsOf(await create(admin, input))).toEqual([fault]);
  });

  it('have a name of their own for each owner', async () => {
    await made(admin, { ...reader, name: 'Reader' });
    expect(faultsOf(await create(admin, { ...reader, name: 'Reader' }))).toEqual([
      'input.name NAME_TAKEN',
    ]);
    const second = await made(admin, { ...reader, name: 'Second' });
    expect(faultsOf(await update(admin, second, { name: 'Reader' }))).toEqual([
      'input.name NAME_TAKEN',
    ]);
    await made(admin, { ...reader, name: 'Reader', ownerCustomerId: customer });
  });

  it('of others do not exist for a customer', async () => {
    const tenants = await made(admin, { ...reader, name: 'Of the tenant' });
    const own = await made(customerAdmin, { ...reader, name: 'Own' });
    const stranger = await acme.addUser(await acme.addCustomer(), 'Customer Administrators');
    expect((await list(customerAdmin)).items.map(({ id }: any) => id)).toEqual([own]);
    expect((await list(stranger)).items).toEqual([]);
    for (const [as, id] of [
      [customerAdmin, tenants],
      [stranger, own],
      [stranger, 'x'],
    ] as const) {
      for (const [source, variables] of [
        ['query ($id: ID!) { role(id: $id) { id } }', { id }],
        [updateRole, { id, input: { name: 'Mine' } }],
        [copyRole, { id, name: 'Mine' }],
        [deleteRole, { id }],
      ] as const) {
        await expect(acme.call(as, source, variables)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    }
  });

  it('are not changed by who may only read them', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    const looker = await acme.addUser(null, 'Tenant Users');
    for (const [source, variables] of [
      [updateRole, { id, input: { name: 'Mine' } }],
      [deleteRole, { id }],
      [copyRole, { id, name: 'Mine' }],
      [createRole, { input: { ...reader, name: 'Mine' } }],
    ] as const) {
      await expect(acme.call(looker, source, variables)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });
});

describe('widening a role', () => {
  const writer = { permissions: [{ resource: 'DEVICE', operations: ['READ', 'WRITE'] }] };
  let roleWriter: string;

  beforeEach(async () => {
    const id = await made(admin, {
      type: 'GENERIC',
      name: 'Keeper of roles',
      permissions: [
        { resource: 'ROLE', operations: ['ALL'] },
        { resource: 'DEVICE', operations: ['READ'] },
      ],
    });
    roleWriter = await acme.addUser(null, 'Tenant Users');
    expect((await giveTo(await acme.groupNamed(null, 'Tenant Users'), id)).userErrors).toEqual([]);
  });

  it('is free while nobody holds it', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    expect((await update(roleWriter, id, writer)).userErrors).toEqual([]);
  });

  it('in use takes what it would give', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    await giveTo(await acme.groupNamed(customer, 'Customer Users'), id);
    expect(faultsOf(await update(roleWriter, id, writer))).toEqual([
      'input.permissions GRANT_EXCEEDS_OWN',
    ]);
    expect((await update(roleWriter, id, { description: 'No wider.' })).userErrors).toEqual([]);
    expect((await update(admin, id, writer)).userErrors).toEqual([]);
  });

  it('promised to registrants counts as in use', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    const receivers = { authority: 'CUSTOMER_USER', ownerChain: [] } as const;
    world.furtherUses.set(id, [{ receivers, group: null }]);
    expect(faultsOf(await update(roleWriter, id, writer))).toEqual([
      'input.permissions GRANT_EXCEEDS_OWN',
    ]);
  });

  it('counts in a customer only over what is the customer’s', async () => {
    const own = await made(customerAdmin, { ...reader, name: 'Own' });
    await giveTo(await acme.groupNamed(customer, 'Customer Users'), own);
    expect((await update(customerAdmin, own, writer)).userErrors).toEqual([]);
    // Held in another customer, too, it would give rights there.
    await giveTo(await acme.groupNamed(await acme.addCustomer(), 'Customer Users'), own);
    const wider = { permissions: [{ resource: 'DEVICE', operations: ['ALL'] }] };
    expect(faultsOf(await update(customerAdmin, own, wider))).toEqual([
      'input.permissions GRANT_EXCEEDS_OWN',
    ]);
  });
});

describe('the own authority', () => {
  it('is not edited through a role', async () => {
    const role = await made(admin, {
      type: 'GENERIC',
      name: 'Everything',
      permissions: [{ resource: 'ALL', operations: ['ALL'] }],
    });
    const group = await acme.groupNamed(null, 'Tenant Users');
    await giveTo(group, role);
    const holder = await acme.addUser(null, 'Tenant Users');
    const narrower = { excludedPermissions: [{ resource: 'DEVICE', operations: ['DELETE'] }] };
    expect(faultsOf(await update(holder, role, narrower))).toEqual(['id NOT_ALLOWED']);
    const deletion = await acme.call(holder, deleteRole, { id: role });
    expect(faultsOf(deletion.deleteRole)).toEqual(['id NOT_ALLOWED']);
    expect((await update(admin, role, narrower)).userErrors).toEqual([]);
  });

  it('keeps its default roles for everybody else', async () => {
    const id = await defaultRole('Tenant Administrator');
    const copy = (await acme.call(admin, copyRole, { id, name: 'Administrator 2' })).copyRole.role;
    expect(copy.viewerCan).toContain('DELETE');
  });
});
