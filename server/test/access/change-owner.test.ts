import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knexOf } from '../../src/platform/postgres/database.js';
import { done } from './access-api.js';
import { startAccessWorld, type AccessTenant, type AccessWorld } from './access-world.js';

let world: AccessWorld;
let acme: AccessTenant;
let admin: string;
let parent: string;
let child: string;
let other: string;
let parentAdmin: string;

beforeAll(async () => {
  world = await startAccessWorld();
});
beforeEach(async () => {
  acme = await world.createTenant();
  admin = await acme.addUser(null, 'Tenant Administrators');
  parent = await acme.addCustomer();
  child = await acme.addCustomer(parent);
  other = await acme.addCustomer();
  parentAdmin = await acme.addUser(parent, 'Customer Administrators');
});

const change = async (
  as: string,
  type: string,
  id: string,
  owner: string | null,
): Promise<readonly string[]> => (await acme.api.changeOwner(as, type, id, owner)).faults;

const groupsOf = (entityId: string): Promise<string[]> =>
  acme.inTenant(async (tx) => {
    const rows: { name: string }[] = await knexOf(tx)('entity_group_members as m')
      .join('entity_groups as g', { 'g.tenant_id': 'm.tenant_id', 'g.id': 'm.group_id' })
      .where({ 'm.tenant_id': tx.tenantId, 'm.entity_id': entityId })
      .orderBy('g.name')
      .select('g.name');
    return rows.map(({ name }) => name);
  });

const devicesOf = async (as: string): Promise<string[]> => {
  const { devices } = await acme.call<{ devices: { nodes: { id: string }[] } }>(
    as,
    `{ devices(first: 100) { nodes { id } } }`,
  );
  return devices.nodes.map(({ id }) => id);
};

describe('changing the owner', () => {
  it('of a device moves it to the people of the new owner, and is written down', async () => {
    const device = await acme.addItem('DEVICE', null);
    expect(await devicesOf(parentAdmin)).toEqual([]);
    expect(await change(admin, 'DEVICE', device, parent)).toEqual([]);
    expect(await devicesOf(parentAdmin)).toEqual([device]);
    expect(await change(admin, 'DEVICE', device, other)).toEqual([]);
    expect(await devicesOf(parentAdmin)).toEqual([]);
    expect((await acme.acts()).filter((act) => act === 'device.owner_changed')).toHaveLength(2);
  });

  it('leaves the groups of former owners, and no others', async () => {
    const device = await acme.addItem('DEVICE', child);
    const make = async (as: string, name: string, ownerCustomerId: string | null) =>
      done(
        await acme.api.createGroup(as, {
          ...{ name, type: 'DEVICE', ownerCustomerId, memberIds: [device] },
        }),
      );
    await make(admin, 'Of the tenant', null);
    await make(admin, 'Of the parent', parent);
    await make(admin, 'Of the child', child);
    expect(await change(admin, 'DEVICE', device, parent)).toEqual([]);
    expect(await groupsOf(device)).toEqual(['Of the parent', 'Of the tenant']);
    expect(await change(admin, 'DEVICE', device, other)).toEqual([]);
    expect(await groupsOf(device)).toEqual(['Of the tenant']);
  });

  it('of a customer takes along what it owns, out of the groups of those it leaves', async () => {
    const device = await acme.addItem('DEVICE', child);
    done(
      await acme.api.createGroup(admin, {
        ...{ name: 'Of the parent', type: 'DEVICE', ownerCustomerId: parent, memberIds: [device] },
      }),
    );
    expect(await devicesOf(parentAdmin)).toEqual([device]);
    expect(await change(admin, 'CUSTOMER', child, other)).toEqual([]);
    expect(await devicesOf(parentAdmin)).toEqual([]);
    expect(await groupsOf(device)).toEqual([]);
  });

  it('never makes a ring of customers, not even by two people at once', async () => {
    expect(await change(admin, 'CUSTOMER', parent, child)).toEqual([
      'input.ownerCustomerId OWNER_BELOW',
    ]);
    expect(await change(admin, 'CUSTOMER', parent, parent)).toEqual([
      'input.ownerCustomerId OWNER_BELOW',
    ]);
    const both = await Promise.all([
      change(admin, 'CUSTOMER', parent, other),
      change(admin, 'CUSTOMER', other, parent),
    ]);
    expect(both.filter((faults) => faults.length === 0)).toHaveLength(1);
  });

  it('is refused at the field where the new owner has one of this name', async () => {
    const [one, two] = [await acme.addItem('DEVICE', null), await acme.addItem('DEVICE', parent)];
    await acme.inTenant((tx) =>
      knexOf(tx)('devices')
        .where('tenant_id', tx.tenantId)
        .whereIn('id', [one, two])
        .update({ name: 'Twin' }),
    );
    expect(await change(admin, 'DEVICE', one, parent)).toEqual([
      'input.ownerCustomerId NAME_TAKEN',
    ]);
  });
});

describe('a person who gets another owner', () => {
  it('loses the groups of the former customer, and what they gave', async () => {
    const user = await acme.addUser(parent, 'Customer Administrators');
    const device = await acme.addItem('DEVICE', parent);
    expect(await devicesOf(user)).toEqual([device]);
    expect(await change(admin, 'USER', user, other)).toEqual([]);
    expect(await groupsOf(user)).toEqual([]);
    const { principal } = await acme.viewerOf(user);
    expect(principal.customerId).toBe(other);
    expect([...principal.permissions.generic]).toEqual([]);
  });

  it('stays a person of customers, or of the tenant', async () => {
    const user = await acme.addUser(parent);
    const expected = ['input.ownerCustomerId AUTHORITY_DIFFERS'];
    expect(await change(admin, 'USER', user, null)).toEqual(expected);
    const colleague = await acme.addUser(null);
    expect(await change(admin, 'USER', colleague, parent)).toEqual(expected);
  });
});

describe('who may not change the owner', () => {
  it('is who reaches only one of both', async () => {
    const device = await acme.addItem('DEVICE', parent);
    expect(await change(parentAdmin, 'DEVICE', device, child)).toEqual([]);
    expect(await change(parentAdmin, 'DEVICE', device, other)).toEqual([
      'input.ownerCustomerId NOT_FOUND',
    ]);
    const theirs = await acme.addItem('DEVICE', other);
    await expect(change(parentAdmin, 'DEVICE', theirs, parent)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is whoever reaches it by a group role, whatever that role gives', async () => {
    const device = await acme.addItem('DEVICE', null);
    const { id: entityGroupId } = done(
      await acme.api.createGroup(admin, { name: 'Lent', type: 'DEVICE', memberIds: [device] }),
    );
    const userGroupId = await acme.groupNamed(parent, 'Customer Administrators');
    done(await acme.api.share(admin, { userGroupId, entityGroupId, access: 'WRITE' }));
    await expect(change(parentAdmin, 'DEVICE', device, parent)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('is everybody for their own customer and for themselves', async () => {
    for (const [type, id] of [
      ['CUSTOMER', parent],
      ['USER', parentAdmin],
    ] as const) {
      await expect(change(parentAdmin, type, id, child)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  it('is who would give others more than they have by it', async () => {
    const device = await acme.addItem('DEVICE', child);
    const clerk = await acme.addUser(parent);
    const mover = done(
      await acme.api.createRole(admin, {
        ...{ name: 'Mover', type: 'GENERIC' },
        permissions: [{ resource: 'DEVICE', operations: ['READ', 'CHANGE_OWNER'] }],
      }),
    );
    const clerks = done(
      await acme.api.createGroup(admin, {
        ...{ name: 'Clerks', type: 'USER', ownerCustomerId: parent, memberIds: [clerk] },
      }),
    );
    done(await acme.api.grant(admin, { userGroupId: clerks.id, roleId: mover.id }));
    expect(await change(clerk, 'DEVICE', device, parent)).toEqual([]);
    expect(await change(clerk, 'DEVICE', device, child)).toEqual([]);
    // All devices of the parent are shared for writing from now on.
    const { items } = await acme.api.groups(admin, { type: 'DEVICE', ownerCustomerId: parent });
    const entityGroupId = items.find(({ kind }) => kind === 'ALL')?.id ?? '';
    const userGroupId = await acme.groupNamed(other, 'Customer Users');
    done(await acme.api.share(admin, { userGroupId, entityGroupId, access: 'WRITE' }));
    expect(await change(clerk, 'DEVICE', device, parent)).toEqual([
      'input.ownerCustomerId GRANT_EXCEEDS_OWN',
    ]);
  });
});
