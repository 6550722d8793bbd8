import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownershipRows } from '../../src/access/postgres/ownership-rows.js';
import type { OperationOrAll } from '../../src/access/permission-matrix.js';
import type { Viewer } from '../../src/access/viewer.js';
import { createRecordAudit } from '../../src/audit/index.js';
import { createInventory, type ManageItems } from '../../src/inventory/index.js';
import { systemClock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, type Database } from '../../src/platform/postgres/database.js';
import { createSampleTenant, type SampleTenant } from '../customers/sample-tenant.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';

let test: TestDatabase;
let database: Database;
let devices: ManageItems;
let acme: SampleTenant;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.connectionString, 4);
  const recordAudit = createRecordAudit(systemClock);
  const deps = { database, clock: systemClock, recordAudit, ownership: ownershipRows };
  devices = createInventory(deps).devices;
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

beforeEach(async () => {
  acme = await createSampleTenant(database);
});

const add = async (name: string, ownerCustomerId: string | null): Promise<string> => {
  const outcome = await devices.create(acme.viewerWith(null), { name, ownerCustomerId });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value.id;
};

const namesIn = async (viewer: Viewer, groupId: string | null = null): Promise<string[]> => {
  const filter = { search: null, type: null, ownerCustomerId: null, groupId };
  const sort = { field: 'NAME', direction: 'ASC' } as const;
  const page = await devices.list(viewer, { filter, sort, first: 100, after: null });
  return page.rows.map(({ name }) => name);
};

/** Somebody of a customer with a role on one group of devices, and nothing else. */
const sharer = (
  customerId: string,
  group: { id: string; kind: 'ALL' | 'CUSTOM'; ownerChain: readonly string[] },
  ...operations: OperationOrAll[]
): Viewer =>
  acme.viewer(customerId, {
    rights: { type: 'GROUP', operations },
    group: { type: 'DEVICE', ...group },
  });

describe('a group shared with a customer', () => {
  it('shows its members and lets them be changed as far as the role goes', async () => {
    const [ada, bob] = [await acme.addCustomer('Ada'), await acme.addCustomer('Bob')];
    const shared = await add('Shared', bob);
    await add('Hidden', bob);
    const groupId = await acme.addGroup('DEVICE', null, [shared]);
    const group = { id: groupId, kind: 'CUSTOM', ownerChain: [] } as const;
    const writer = sharer(ada, group, 'READ', 'WRITE', 'DELETE');

    expect(await namesIn(writer)).toEqual(['Shared']);
    expect((await devices.find(writer, shared)).viewerCan).toEqual(['READ', 'WRITE']);
    expect(await devices.update(writer, shared, { label: 'by Ada' })).toMatchObject({ ok: true });
    await expect(devices.delete(writer, shared)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(devices.create(writer, { name: 'Mine' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('holds exactly what its owner owns when it is the All group', async () => {
    const ada = await acme.addCustomer('Ada');
    const child = await acme.addCustomer('Child', ada);
    for (const [name, owner] of [
      ['of the tenant', null],
      ['of Ada', ada],
      ['of the child', child],
    ] as const) {
      await add(name, owner);
    }
    const allOf = (...ownerChain: string[]) => ({ id: newId(), kind: 'ALL', ownerChain }) as const;
    expect(await namesIn(sharer(child, allOf(ada), 'READ'))).toEqual(['of Ada']);
    expect(await namesIn(sharer(child, allOf(), 'READ'))).toEqual(['of the tenant']);
  });
});

describe('filtering by a group', () => {
  it('shows what the group holds', async () => {
    const ada = await acme.addCustomer('Ada');
    const [one, two] = [await add('One', ada), await add('Two', ada)];
    await add('Three', ada);
    const groupId = await acme.addGroup('DEVICE', ada, [one, two]);
    expect(await namesIn(acme.viewerWith(ada), groupId)).toEqual(['One', 'Two']);
    expect(await namesIn(acme.viewerWith(null), groupId)).toEqual(['One', 'Two']);
  });

  it('shows nothing of a group that the viewer may not read', async () => {
    const [ada, bob] = [await acme.addCustomer('Ada'), await acme.addCustomer('Bob')];
    const mine = await add('Mine', ada);
    const groupId = await acme.addGroup('DEVICE', bob, [mine]);
    expect(await namesIn(acme.viewerWith(ada))).toEqual(['Mine']);
    expect(await namesIn(acme.viewerWith(ada), groupId)).toEqual([]);
    const withoutGroups = acme.viewerWith(null, { DEVICE: ['ALL'] });
    expect(await namesIn(withoutGroups, groupId)).toEqual([]);
  });

  it('shows what the owner owns for an All group', async () => {
    const ada = await acme.addCustomer('Ada');
    await add('of the tenant', null);
    await add('of Ada', ada);
    const [ofTenant, ofAda] = [
      await acme.addGroup('DEVICE', null, [], 'ALL'),
      await acme.addGroup('DEVICE', ada, [], 'ALL'),
    ];
    expect(await namesIn(acme.viewerWith(null), ofTenant)).toEqual(['of the tenant']);
    expect(await namesIn(acme.viewerWith(null), ofAda)).toEqual(['of Ada']);
    expect(await namesIn(acme.viewerWith(ada), ofTenant)).toEqual([]);
  });
});
