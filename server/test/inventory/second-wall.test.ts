import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemRows } from '../../src/inventory/postgres/item-rows.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import type { Tx } from '../../src/platform/transaction.js';
import { createSampleTenant, type SampleTenant } from '../customers/sample-tenant.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';

const devices = itemRows('DEVICE', 'devices');

let test: TestDatabase;
let database: Database;
let acme: SampleTenant;
let globex: SampleTenant;
let deviceId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.connectionString, 4);
  [acme, globex] = [await createSampleTenant(database), await createSampleTenant(database)];
  deviceId = await acme.addDevice('Boiler', null);
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

/** A transaction of Globex in which every filter of the application names Acme. */
const withoutFirstWall = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transact(globex.tenantId, (tx) =>
    work(Object.assign(tx as { tenantId: string }, { tenantId: acme.tenantId }) as Tx),
  );

describe('when the application looks into the wrong tenant', () => {
  it('PostgreSQL shows nothing', async () => {
    const { principal } = acme.viewerWith(null);
    const filter = { search: null, type: null, ownerCustomerId: null, groupId: null };
    const sort = { field: 'NAME', direction: 'ASC' } as const;
    const query = { filter, sort, first: 100, after: null };
    const inAcme = await database.transact(acme.tenantId, (tx) =>
      devices.list(tx, principal, query),
    );
    expect(inAcme.rows).toHaveLength(1);

    expect(await withoutFirstWall((tx) => devices.list(tx, principal, query))).toEqual({
      rows: [],
      hasNextPage: false,
    });
    expect(await withoutFirstWall((tx) => devices.count(tx, principal, filter))).toBe(0);
    expect(await withoutFirstWall((tx) => devices.find(tx, principal, deviceId))).toBeNull();
    expect(await withoutFirstWall((tx) => knexOf(tx)('devices').select('id'))).toEqual([]);
  });

  it('PostgreSQL changes nothing', async () => {
    const { principal } = acme.viewerWith(null);
    const device = await database.transact(acme.tenantId, (tx) =>
      devices.find(tx, principal, deviceId),
    );
    if (!device) throw new Error('The device is gone.');
    await withoutFirstWall((tx) => devices.update(tx, { ...device, name: 'Mine' }));
    await withoutFirstWall((tx) => devices.delete(tx, deviceId));
    await expect(
      withoutFirstWall((tx) => devices.insert(tx, { ...device, id: newId(), name: 'Planted' })),
    ).rejects.toThrow(/row-level security/);
    const left = await database.transact(acme.tenantId, (tx) =>
      knexOf(tx)('devices').pluck('name'),
    );
    expect(left).toEqual(['Boiler']);
  });
});
