import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownershipRows } from '../../src/access/postgres/ownership-rows.js';
import type { Viewer } from '../../src/access/viewer.js';
import { createRecordAudit } from '../../src/audit/index.js';
import { createInventory } from '../../src/inventory/index.js';
import type { ItemQuery } from '../../src/inventory/item-repository.js';
import { systemClock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import { allRights, createSampleTenant, type SampleTenant } from '../customers/sample-tenant.js';
import { createTestDatabase, runOn, type TestDatabase } from '../harness/test-database.js';

const customers = 1_000;
const devicesEach = 20;

let test: TestDatabase;
let database: Database;
let acme: SampleTenant;
let ada: string;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.connectionString, 4);
  acme = await createSampleTenant(database);
  ada = await acme.addCustomer('Ada');
  await database.transact(acme.tenantId, async (tx) => {
    const tenant = { tenantId: acme.tenantId };
    await knexOf(tx).raw(
      `insert into customers (tenant_id, id, title, created_at)
       select :tenantId, gen_random_uuid(), 'customer ' || n, now() from generate_series(2, ${customers}) n`,
      tenant,
    );
    await knexOf(tx).raw(
      `insert into devices (tenant_id, id, owner_customer_id, name, type, created_at)
       select :tenantId, gen_random_uuid(), c.id, 'device ' || n, 'default', now() + n * interval '1 s'
         from customers c, generate_series(1, ${devicesEach}) n where c.tenant_id = :tenantId`,
      tenant,
    );
  });
  await runOn(test.connectionString, ['analyze customers', 'analyze devices']);
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

/** Runs a list and keeps its statements. */
const statementsOf = async (viewer: Viewer, query: Partial<ItemQuery>) => {
  const statements: { sql: string; bindings: unknown[] }[] = [];
  const { devices } = createInventory({
    database: {
      ...database,
      transact: (tenantId, work) =>
        database.transact(tenantId, (tx) => {
          knexOf(tx).on('query', (statement: (typeof statements)[0]) => statements.push(statement));
          return work(tx);
        }),
    },
    clock: systemClock,
    recordAudit: createRecordAudit(systemClock),
    ownership: ownershipRows,
  });
  const page = await devices.list(viewer, {
    filter: { search: null, type: null, ownerCustomerId: null, groupId: null },
    sort: { field: 'NAME', direction: 'ASC' },
    first: 100,
    after: null,
    ...query,
  });
  return { statements: statements.filter(({ sql }) => !/^(commit|rollback)/i.test(sql)), page };
};

/** Somebody with the rights of their customer, and a role on a group of other customers' devices. */
const sharedGroup = async (size: number): Promise<Viewer> => {
  const members = await database.transact(acme.tenantId, (tx) =>
    knexOf(tx)('devices').where('tenant_id', acme.tenantId).orderBy('id').limit(size).pluck('id'),
  );
  const id = await acme.addGroup('DEVICE', null, members as string[]);
  return acme.viewer(
    ada,
    { rights: { type: 'GENERIC', permissions: allRights, excludedPermissions: {} }, group: null },
    {
      rights: { type: 'GROUP', operations: ['READ'] },
      group: { id, type: 'DEVICE', kind: 'CUSTOM', ownerChain: [] },
    },
  );
};

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Actual Loops': number;
  Plans?: Plan[];
}

/** The nodes of the plan that read devices, with the rows that they really read. */
const readsOf = async (viewer: Viewer, query: Partial<ItemQuery>) => {
  const [list] = (await statementsOf(viewer, query)).statements;
  if (!list) throw new Error('The list ran no statement.');
  const plan = await database.transact(acme.tenantId, async (tx) => {
    const explained = await knexOf(tx).raw<{ rows: { 'QUERY PLAN': [{ Plan: Plan }] }[] }>(
      `explain (analyze, format json) ${list.sql.replaceAll(/\$\d+/g, '?')}`,
      list.bindings as never,
    );
    return explained.rows[0]?.['QUERY PLAN'][0].Plan;
  });
  if (!plan) throw new Error('The list was not explained.');
  const flatten = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  return flatten(plan)
    .filter((node) => node['Relation Name'] === 'devices')
    .map((node) => ({
      index: node['Index Name'],
      rows: (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    }));
};

describe('a page of 100 devices', () => {
  it.each([
    ['the tenant', 100, () => acme.viewerWith(null)],
    ['a customer', devicesEach, () => acme.viewerWith(ada)],
    ['a customer with groups', 2 * devicesEach, () => sharedGroup(devicesEach)],
  ] as const)('takes at most two statements for %s', async (_, size, viewer) => {
    const { statements, page } = await statementsOf(await viewer(), {});
    expect(page.rows).toHaveLength(size);
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it('reads only its own rows for a customer', async () => {
    for (const field of ['NAME', 'CREATED_AT', 'TYPE', 'LABEL'] as const) {
      const reads = await readsOf(acme.viewerWith(ada), { sort: { field, direction: 'ASC' } });
      expect(reads).toEqual([
        { index: expect.stringMatching(/^devices_/) as string, rows: devicesEach },
      ]);
    }
  });

  it('reads only its own rows and the shared ones for a customer', async () => {
    const shared = await sharedGroup(devicesEach);
    for (const field of ['NAME', 'CREATED_AT'] as const) {
      const reads = await readsOf(shared, { sort: { field, direction: 'ASC' } });
      for (const { index, rows } of reads) {
        expect(index).toMatch(/^devices_/);
        expect(rows).toBeLessThanOrEqual(2 * devicesEach);
      }
    }
  });

  it.each(['ASC', 'DESC'] as const)(
    'reads only its rows of all the tenant has, %s',
    async (direction) => {
      for (const [field, value] of [
        ['NAME', 'device 15'],
        ['CREATED_AT', new Date(Date.now() + 10_000)],
        ['TYPE', 'default'],
        ['LABEL', ''],
      ] as const) {
        const after = { value, id: newId() };
        const reads = await readsOf(acme.viewerWith(null), { sort: { field, direction }, after });
        expect(reads).toHaveLength(1);
        expect(reads[0]?.index).toMatch(/^devices_/);
        expect(reads[0]?.rows).toBeLessThanOrEqual(101);
      }
    },
  );
});
