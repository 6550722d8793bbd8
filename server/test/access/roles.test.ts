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

const reader = { type: 'GENERIC', permissions: [{ resource: 'DEVICE', operations: ['READ'] }] };
const writer = { permissions: [{ resource: 'DEVICE', operations: ['READ', 'WRITE'] }] };

const made = async (as: string, input: object): Promise<string> =>
  done(await acme.api.createRole(as, input)).id;

const giveTo = async (userGroupId: string, roleId: string): Promise<void> => {
  done(await acme.api.grant(admin, { userGroupId, roleId }));
};

describe('roles', () => {
  it('come with the tenant, readable but neither changed nor deleted', async () => {
    const { items, totalCount } = await acme.api.roles(admin);
    expect(totalCount).toBe(6);
    expect(items.map(({ name, userCount }) => `${name}: ${userCount}`)).toEqual([
      'Customer Administrator: 1',
      'Customer User: 0',
      'Entity Group Administrator: 0',
      'Entity Group Read-only User: 0',
      'Tenant Administrator: 1',
      'Tenant User: 0',
    ]);
    for (const { id, isDefault, viewerCan } of items) {
      expect(isDefault).toBe(true);
      expect(viewerCan).toContain('READ');
      expect(viewerCan).not.toContain('WRITE');
      const { faults } = await acme.api.updateRole(admin, id, { name: 'Mine' });
      expect(faults).toEqual(['id DEFAULT_ROLE']);
      expect((await acme.api.deleteRole(admin, id)).faults).toEqual(['id NOT_ALLOWED']);
    }
  });

  it('are made, copied, changed and deleted, each with an entry in the audit log', async () => {
    const before = await acme.acts();
    const id = await made(admin, { ...reader, name: '  Reader ' });
    const copy = done(await acme.api.copyRole(admin, id, 'Copy'));
    expect(copy).toMatchObject({ name: 'Copy', isDefault: false });
    expect(copy.viewerCan).toContain('DELETE');
    const changes = { description: 'Looks at devices.' };
    const changed = done(await acme.api.updateRole(admin, copy.id, changes));
    expect(changed).toMatchObject({ name: 'Copy', ...changes });
    expect(done(await acme.api.deleteRole(admin, id))).toBe(id);
    expect((await acme.api.roles(admin, { search: 'reader' })).totalCount).toBe(0);
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
    expect((await acme.api.createRole(admin, input)).faults).toEqual([fault]);
  });

  it('have a name of their own for each owner', async () => {
    const taken = ['input.name NAME_TAKEN'];
    await made(admin, { ...reader, name: 'Reader' });
    const again = await acme.api.createRole(admin, { ...reader, name: 'Reader' });
    expect(again.faults).toEqual(taken);
    const second = await made(admin, { ...reader, name: 'Second' });
    const renamed = await acme.api.updateRole(admin, second, { name: 'Reader' });
    expect(renamed.faults).toEqual(taken);
    expect((await acme.api.copyRole(admin, second, 'Reader')).faults).toEqual(['name NAME_TAKEN']);
    await made(admin, { ...reader, name: 'Reader', ownerCustomerId: customer });
  });

  it('of others do not exist for a customer', async () => {
    const tenants = await made(admin, { ...reader, name: 'Of the tenant' });
    const own = await made(customerAdmin, { ...reader, name: 'Own' });
    const stranger = await acme.addUser(await acme.addCustomer(), 'Customer Administrators');
    expect((await acme.api.roles(customerAdmin)).items.map(({ id }) => id)).toEqual([own]);
    expect((await acme.api.roles(stranger)).items).toEqual([]);
    const pairs = [
      [customerAdmin, tenants],
      [stranger, own],
      [stranger, 'x'],
    ] as const;
    for (const [as, id] of pairs) {
      for (const attempt of [
        () => acme.api.role(as, id),
        () => acme.api.updateRole(as, id, { name: 'Mine' }),
        () => acme.api.copyRole(as, id, 'Mine'),
        () => acme.api.deleteRole(as, id),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    }
  });

  it('are not changed by who may only read them', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    const looker = await acme.addUser(null, 'Tenant Users');
    for (const attempt of [
      () => acme.api.updateRole(looker, id, { name: 'Mine' }),
      () => acme.api.deleteRole(looker, id),
      () => acme.api.copyRole(looker, id, 'Mine'),
      () => acme.api.createRole(looker, { ...reader, name: 'Mine' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('widening a role', () => {
  const exceeds = ['input.permissions GRANT_EXCEEDS_OWN'];
  let roleWriter: string;

  beforeEach(async () => {
    const id = await made(admin, {
      type: 'GENERIC',
      name: 'Keeper of roles',
      permissions: [{ resource: 'ROLE', operations: ['ALL'] }],
    });
    roleWriter = await acme.addUser(null, 'Tenant Users');
    await giveTo(await acme.groupNamed(null, 'Tenant Users'), id);
  });

  it('is free while nobody holds it', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    expect((await acme.api.updateRole(roleWriter, id, writer)).faults).toEqual([]);
  });

  it('in use takes what it would give', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    await giveTo(await acme.groupNamed(customer, 'Customer Users'), id);
    const refused = await acme.api.updateRole(roleWriter, id, writer);
    expect(refused.faults).toEqual(exceeds);
    expect(refused.messages[0]).toContain('DEVICE:WRITE');
    const noWider = await acme.api.updateRole(roleWriter, id, { description: 'No wider.' });
    expect(noWider.faults).toEqual([]);
    expect((await acme.api.updateRole(admin, id, writer)).faults).toEqual([]);
  });

  it('promised to registrants counts as in use', async () => {
    const id = await made(admin, { ...reader, name: 'Reader' });
    const { domains } = await acme.call<{ domains: { items: { id: string }[] } }>(
      admin,
      '{ domains { items { id } } }',
    );
    const input = {
      domainId: domains.items[0]?.id,
      groupRoleAssignments: [{ roleId: id }],
    };
    const create = `mutation ($input: CreateSelfRegistrationInput!) {
      createSelfRegistration(input: $input) { userErrors { code } } }`;
    expect(await acme.call(admin, create, { input })).toEqual({
      createSelfRegistration: { userErrors: [] },
    });
    expect((await acme.api.updateRole(roleWriter, id, writer)).faults).toEqual(exceeds);
  });

  it('counts in a customer only over what is the customer’s', async () => {
    const own = await made(customerAdmin, { ...reader, name: 'Own' });
    await giveTo(await acme.groupNamed(customer, 'Customer Users'), own);
    expect((await acme.api.updateRole(customerAdmin, own, writer)).faults).toEqual([]);
    // Held in another customer, too, it would give rights there.
    await giveTo(await acme.groupNamed(await acme.addCustomer(), 'Customer Users'), own);
    const wider = { permissions: [{ resource: 'DEVICE', operations: ['ALL'] }] };
    expect((await acme.api.updateRole(customerAdmin, own, wider)).faults).toEqual(exceeds);
  });
});

it('nobody edits their own authority through a role', async () => {
  const role = await made(admin, {
    type: 'GENERIC',
    name: 'Everything',
    permissions: [{ resource: 'ALL', operations: ['ALL'] }],
  });
  await giveTo(await acme.groupNamed(null, 'Tenant Users'), role);
  const holder = await acme.addUser(null, 'Tenant Users');
  const narrower = { excludedPermissions: [{ resource: 'DEVICE', operations: ['DELETE'] }] };
  const refused = ['id NOT_ALLOWED'];
  expect((await acme.api.updateRole(holder, role, narrower)).faults).toEqual(refused);
  expect((await acme.api.deleteRole(holder, role)).faults).toEqual(refused);
  expect((await acme.api.updateRole(admin, role, narrower)).faults).toEqual([]);
});
