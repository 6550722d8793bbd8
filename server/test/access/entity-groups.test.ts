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

const namesFor = async (as: string, filter: object = {}): Promise<string[]> =>
  (await acme.api.groups(as, filter)).items.map(({ type, name }) => `${type} ${name}`);

describe('groups', () => {
  it('of the tenant come by themselves, and stay as they are', async () => {
    expect(await namesFor(admin, { ownerCustomerId: null })).toEqual([
      'ASSET All',
      'CUSTOMER All',
      'DASHBOARD All',
      'DEVICE All',
      'USER All',
      'USER Tenant Administrators',
      'USER Tenant Users',
    ]);
    const { items } = await acme.api.groups(admin, { ownerCustomerId: null });
    for (const { id, kind, viewerCan } of items) {
      expect(viewerCan).not.toContain('DELETE');
      expect((await acme.api.deleteGroup(admin, id)).faults).toEqual(['id NOT_ALLOWED']);
      const { faults } = await acme.api.updateGroup(admin, id, { name: 'Mine' });
      expect(faults).toEqual([kind === 'ALL' ? 'id ALL_GROUP' : 'id NOT_ALLOWED']);
    }
  });

  it('of a customer come when somebody looks for them, once', async () => {
    const quiet = await acme.addCustomer();
    const before = (await acme.api.groups(admin)).totalCount;
    const names = [
      'ASSET All',
      'CUSTOMER All',
      'DASHBOARD All',
      'DEVICE All',
      'USER All',
      'USER Customer Administrators',
      'USER Customer Users',
    ];
    expect(await namesFor(admin, { ownerCustomerId: quiet })).toEqual(names);
    expect(await namesFor(admin, { ownerCustomerId: quiet })).toEqual(names);
    expect((await acme.api.groups(admin)).totalCount).toBe(before + names.length);
    expect(await namesFor(customerAdmin)).toEqual(names);
    expect(await namesFor(admin, { ownerCustomerId: 'x' })).toEqual([]);
  });

  it('are found by what they hold, by who may read that', async () => {
    const [held, other] = [await acme.addItem('DEVICE', null), await acme.addItem('DEVICE', null)];
    const id = await made(admin, { name: 'Shared', type: 'DEVICE', memberIds: [held] });
    await made(admin, { name: 'Others', type: 'DEVICE', memberIds: [other] });
    const { items } = await acme.api.groups(admin, { type: 'DEVICE', memberId: held });
    expect(items.map((group) => group.id)).toEqual([id]);
    expect(await namesFor(admin, { type: 'DEVICE', memberId: 'x' })).toEqual([]);
    expect(await namesFor(customerAdmin, { type: 'DEVICE', memberId: held })).toEqual([]);
    expect(await namesFor(admin, { memberId: held })).toEqual(['DEVICE Shared']);
  });

  it('are made, renamed and deleted; what they held stays', async () => {
    const device = await acme.addItem('DEVICE', null);
    const input = { name: ' Shared ', type: 'DEVICE', memberIds: [device] };
    const group = done(await acme.api.createGroup(admin, input));
    expect(group).toMatchObject({ name: 'Shared', kind: 'CUSTOM', memberCount: 1 });
    expect(group.owner.name).toBe(`Tenant ${acme.tenantId}`);
    const renamed = done(await acme.api.updateGroup(admin, group.id, { name: 'Lent' }));
    expect(renamed.name).toBe('Lent');
    expect(done(await acme.api.deleteGroup(admin, group.id))).toBe(group.id);
    const second = done(await acme.api.createGroup(admin, { ...input, name: 'Second' }));
    expect(second.memberCount).toBe(1);
    const acts = ['entity_group.created', 'entity_group.updated', 'entity_group.deleted'];
    expect(await acme.acts()).toEqual(expect.arrayContaining(acts));
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
    expect((await acme.api.createGroup(admin, input)).faults).toEqual([fault]);
  });

  it('have a name of their own for each owner and type', async () => {
    await made(admin, { name: 'Shared', type: 'DEVICE' });
    await made(admin, { name: 'Shared', type: 'ASSET' });
    await made(admin, { name: 'Shared', type: 'DEVICE', ownerCustomerId: customer });
    const second = await made(admin, { name: 'Second', type: 'DEVICE' });
    for (const refused of [
      await acme.api.createGroup(admin, { name: 'Shared', type: 'DEVICE' }),
      await acme.api.updateGroup(admin, second, { name: 'Shared' }),
    ]) {
      expect(refused.faults).toEqual(['input.name NAME_TAKEN']);
    }
  });

  it('of others do not exist for a customer', async () => {
    const tenants = await made(admin, { name: 'Of the tenant', type: 'DEVICE' });
    const own = await made(customerAdmin, { name: 'Own', type: 'DEVICE' });
    const strangerCustomer = await acme.addCustomer();
    const stranger = await acme.addUser(strangerCustomer, 'Customer Administrators');
    const device = await acme.addItem('DEVICE', strangerCustomer);
    for (const id of [tenants, own, 'x']) {
      for (const attempt of [
        () => acme.api.group(stranger, id),
        () => acme.api.updateGroup(stranger, id, { name: 'Mine' }),
        () => acme.api.deleteGroup(stranger, id),
        () => acme.api.members(stranger, id),
        () => acme.api.add(stranger, id, [device]),
        () => acme.api.remove(stranger, id, [device]),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    }
    const input = { name: 'Theirs', type: 'DEVICE', ownerCustomerId: customer };
    const { faults } = await acme.api.createGroup(stranger, input);
    expect(faults).toEqual(['input.ownerCustomerId NOT_FOUND']);
  });

  it('are not changed by who may only read them', async () => {
    const id = await made(admin, { name: 'Shared', type: 'DEVICE' });
    const device = await acme.addItem('DEVICE', null);
    const looker = await acme.addUser(null, 'Tenant Users');
    for (const attempt of [
      () => acme.api.updateGroup(looker, id, { name: 'Mine' }),
      () => acme.api.deleteGroup(looker, id),
      () => acme.api.add(looker, id, [device]),
      () => acme.api.remove(looker, id, [device]),
      () => acme.api.createGroup(looker, { name: 'Mine', type: 'DEVICE' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
