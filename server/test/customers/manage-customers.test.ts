import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownershipRows } from '../../src/access/postgres/ownership-rows.js';
import type { Viewer } from '../../src/access/viewer.js';
import { createRecordAudit } from '../../src/audit/index.js';
import { mostLevels } from '../../src/customers/customer.js';
import { createCustomers, type ManageCustomers } from '../../src/customers/index.js';
import { noAddress } from '../../src/customers/postal-address.js';
import { userRows } from '../../src/identity/postgres/user-rows.js';
import { systemClock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { createSampleTenant, type SampleTenant } from './sample-tenant.js';

let test: TestDatabase;
let database: Database;
let customers: ManageCustomers;
let acme: SampleTenant;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.connectionString, 4);
  const recordAudit = createRecordAudit(systemClock);
  const deps = {
    ...{ database, clock: systemClock, recordAudit, ownership: ownershipRows },
    deleteUser: userRows.delete,
  };
  customers = createCustomers(deps).manageCustomers;
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

beforeEach(async () => {
  acme = await createSampleTenant(database);
});

const everything = { search: null, parentId: null };

const titles = async (viewer: Viewer, filter = {}): Promise<string[]> => {
  const query = { filter: { ...everything, ...filter }, first: 100, after: null };
  return (await customers.list(viewer, query)).rows.map(({ title }) => title);
};

const created = async (viewer: Viewer, title: string, parentId?: string): Promise<string> => {
  const outcome = await customers.create(viewer, { title, ...(parentId ? { parentId } : {}) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value.id;
};

const codes = async (outcome: ReturnType<ManageCustomers['create']>) => {
  const result = await outcome;
  return result.ok ? [] : result.failure.map(({ field, code }) => `${field.join('.')} ${code}`);
};

describe('customers', () => {
  it('are seen by the tenant, and by their own people with what is below', async () => {
    const ada = await acme.addCustomer('Ada');
    await acme.addCustomer('Child', ada);
    const bob = await acme.addCustomer('Bob');
    expect(await titles(acme.viewerWith(null))).toEqual(['Ada', 'Bob', 'Child']);
    expect(await titles(acme.viewerWith(ada))).toEqual(['Ada', 'Child']);
    expect(await titles(acme.viewerWith(bob))).toEqual(['Bob']);
    for (const id of [ada, newId(), 'nobody']) {
      const viewer = acme.viewerWith(bob);
      for (const act of [
        () => customers.find(viewer, id),
        () => customers.contents(viewer, id),
        () => customers.update(viewer, id, { title: 'Mine' }),
        () => customers.delete(viewer, id),
      ]) {
        await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    }
    const found = await customers.findMany(acme.viewerWith(bob), [ada, bob]);
    expect(found.map(({ title }) => title)).toEqual(['Bob']);
  });

  it('are found by title, e-mail address and parent', async () => {
    const viewer = acme.viewerWith(null);
    const ada = await created(viewer, 'Ada');
    await customers.update(viewer, ada, { email: 'Countess@example.com' });
    await created(viewer, 'Child', ada);
    await created(viewer, 'Bob');
    expect(await titles(viewer, { search: 'countess' })).toEqual(['Ada']);
    expect(await titles(viewer, { search: 'CHILD' })).toEqual(['Child']);
    expect(await titles(viewer, { parentId: ada })).toEqual(['Child']);
    expect(await titles(viewer, { parentId: 'nobody' })).toEqual([]);
    expect(await customers.count(viewer, { ...everything, parentId: ada })).toBe(1);
  });

  it('come page by page, equal titles too', async () => {
    const viewer = acme.viewerWith(null);
    for (const title of ['b', 'a', 'b', 'c']) await created(viewer, title);
    const first = await customers.list(viewer, { filter: everything, first: 2, after: null });
    const after = first.rows.at(-1) ?? null;
    const second = await customers.list(viewer, { filter: everything, first: 2, after });
    expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual(['a', 'b', 'b', 'c']);
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
  });

  it('are made below the own customer, up to a depth', async () => {
    const [ada, bob] = [await acme.addCustomer('Ada'), await acme.addCustomer('Bob')];
    const viewer = acme.viewerWith(ada);
    const child = await created(viewer, 'Child');
    expect(await customers.find(viewer, child)).toMatchObject({ parentId: ada });
    for (const parentId of [bob, newId()]) {
      expect(await codes(customers.create(viewer, { title: '', parentId }))).toEqual([
        'input.title REQUIRED',
        'input.parentId NOT_FOUND',
      ]);
    }
    let lowest = child;
    for (let level = 3; level <= mostLevels; level += 1) {
      lowest = await created(viewer, `level ${level}`, lowest);
    }
    expect(await codes(customers.create(viewer, { title: 'too deep', parentId: lowest }))).toEqual([
      'input.parentId NOT_ALLOWED',
    ]);
  });

  it('name the permission that is missing', async () => {
    const ada = await acme.addCustomer('Ada');
    const child = await acme.addCustomer('Child', ada);
    const reader = acme.viewerWith(ada, { CUSTOMER: ['READ'] });
    const missing = (operation: string) => ({
      code: 'FORBIDDEN',
      message: expect.stringContaining(`CUSTOMER:${operation}`) as string,
    });
    expect((await customers.find(reader, child)).viewerCan).toEqual(['READ']);
    await expect(customers.create(reader, { title: 'x' })).rejects.toMatchObject(missing('CREATE'));
    await expect(customers.update(reader, child, {})).rejects.toMatchObject(missing('WRITE'));
    await expect(customers.delete(reader, child)).rejects.toMatchObject(missing('DELETE'));
    await expect(customers.contents(reader, child)).rejects.toMatchObject(missing('DELETE'));
  });
});

describe('deleting a customer', () => {
  it('takes along all that it and its sub-customers own, and says so before', async () => {
    const viewer = acme.viewerWith(null);
    const ada = await acme.addCustomer('Ada');
    const child = await acme.addCustomer('Child', ada);
    const bob = await acme.addCustomer('Bob');
    for (const owner of [ada, child, bob]) {
      await acme.addDevice('Thermostat', owner);
      await acme.addGroup('DEVICE', owner, []);
    }
    const contents = {
      users: 0,
      devices: 2,
      assets: 0,
      dashboards: 0,
      subCustomers: 1,
      roles: 0,
      groups: 2,
    };
    expect(await customers.contents(viewer, ada)).toEqual(contents);
    expect(await customers.delete(viewer, ada)).toEqual({ ok: true, value: ada });

    expect(await titles(viewer)).toEqual(['Bob']);
    const { left, entries } = await database.transact(acme.tenantId, async (tx) => ({
      left: await knexOf(tx)('devices').pluck('owner_customer_id'),
      entries: await knexOf(tx)('audit_log_entries').select('action', 'entity_id', 'before'),
    }));
    expect(left).toEqual([bob]);
    expect(entries).toEqual([
      {
        action: 'customer.deleted',
        entity_id: ada,
        before: { title: 'Ada', email: null, parentId: null, ...noAddress, ...contents },
      },
    ]);
  });

  it('is refused for the own customer and those above', async () => {
    const ada = await acme.addCustomer('Ada');
    const child = await acme.addCustomer('Child', ada);
    const groupId = await acme.addGroup('CUSTOMER', child, [ada]);
    const viewer = acme.viewer(
      child,
      {
        rights: { type: 'GENERIC', permissions: { ALL: ['ALL'] }, excludedPermissions: {} },
        group: null,
      },
      {
        rights: { type: 'GROUP', operations: ['ALL'] },
        group: { id: groupId, type: 'CUSTOMER', kind: 'CUSTOM', ownerChain: [child, ada] },
      },
    );
    for (const id of [child, ada]) {
      expect(await customers.delete(viewer, id)).toMatchObject({
        ok: false,
        failure: [{ field: ['id'], code: 'NOT_ALLOWED' }],
      });
    }
    expect(await titles(acme.viewerWith(null))).toEqual(['Ada', 'Child']);
  });
});

it('changing a customer leaves an audit entry with what changed', async () => {
  const viewer = acme.viewerWith(null);
  const ada = await created(viewer, 'Ada');
  await customers.update(viewer, ada, { title: 'Ada' });
  await customers.update(viewer, ada, { title: 'Ada L.' });
  const entries = await database.transact(acme.tenantId, (tx) =>
    knexOf(tx)('audit_log_entries').orderBy('id').select('action', 'before', 'after'),
  );
  expect(entries).toEqual([
    {
      action: 'customer.created',
      before: null,
      after: { title: 'Ada', email: null, parentId: null, ...noAddress },
    },
    { action: 'customer.updated', before: { title: 'Ada' }, after: { title: 'Ada L.' } },
  ]);
});

it('createCustomer answers null when the parent is gone', async () => {
  const recordAudit = createRecordAudit(systemClock);
  const deps = {
    ...{ database, clock: systemClock, recordAudit, ownership: ownershipRows },
    deleteUser: userRows.delete,
  };
  const { createCustomer } = createCustomers(deps);
  const make = (parentId: string | null) => (tx: Parameters<typeof createCustomer>[0]) =>
    createCustomer(tx, { title: 'x'.repeat(510), email: null, parentId });
  const customer = await database.transact(acme.tenantId, make(null));
  expect(customer).toMatchObject({ parentId: null });
  await expect(database.transact(acme.tenantId, make(newId()))).resolves.toBeNull();
});
