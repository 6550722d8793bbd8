import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, operationsOn, type Entity } from '../../src/access/decision.js';
import { entityTypes, groupResourceOf } from '../../src/access/entity-group.js';
import { directOwner } from '../../src/access/owner-chain.js';
import { entityGroupRows } from '../../src/access/postgres/entity-group-rows.js';
import { ownershipRows } from '../../src/access/postgres/ownership-rows.js';
import { entityTables } from '../../src/access/postgres/entity-tables.js';
import { readableCondition } from '../../src/access/postgres/readable-condition.js';
import type { Principal } from '../../src/access/principal.js';
import type { Resource } from '../../src/access/permission-matrix.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import type { Tx } from '../../src/platform/transaction.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { anyPrincipal, groupsThemselves, members } from './arbitrary-access.js';
import { child, idOf, other, parent, sampleTenant } from './sample-principals.js';
import { storeSamples } from './stored-samples.js';

let cluster: TestDatabase;
let database: Database;

beforeAll(async () => {
  cluster = await createTestDatabase();
  database = createDatabase(cluster.connectionString, 2);
  await storeSamples(database);
});

afterAll(async () => {
  await database.close();
  await cluster.drop();
});

/** The customers themselves are listed, too. */
const sampleCustomers: readonly Entity[] = [
  { resource: 'CUSTOMER', id: parent, ownerChain: [] },
  { resource: 'CUSTOMER', id: child, ownerChain: [parent] },
  { resource: 'CUSTOMER', id: other, ownerChain: [] },
];

const stored = [...members, ...sampleCustomers, ...groupsThemselves];

const listed = ['READ', 'READ_ATTRIBUTES'] as const;
type Listed = (typeof listed)[number];

const listIds = async (
  tx: Tx,
  principal: Principal,
  resource: Resource,
  operation: Listed,
): Promise<string[]> => {
  const type = entityTypes.find((name) => name === resource);
  const { table, owner } = type
    ? entityTables[type]
    : { table: 'entity_groups', owner: 'owner_customer_id' };
  const columns = { id: 'e.id', owner: `e.${owner}` };
  const { sql, bindings } = readableCondition(principal, resource, columns, operation);
  const query = knexOf(tx)(`${table} as e`).where('e.tenant_id', tx.tenantId);
  if (!type) void query.where('e.type', resource.replace('_GROUP', ''));
  const rows: { id: string }[] = await query.whereRaw(sql, bindings as never).select('e.id');
  return rows.map(({ id }) => id).sort();
};

const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transact(sampleTenant, work);

describe('the database', () => {
  it('lists exactly what the engine lets somebody read', async () => {
    const resources = entityTypes.flatMap((type) => [type, groupResourceOf(type)]);
    await fc.assert(
      fc.asyncProperty(anyPrincipal, async (principal) => {
        for (const resource of resources) {
          for (const operation of listed) {
            const readable = stored
              .filter((entity) => entity.resource === resource)
              .filter((entity) => may(principal, operation, entity))
              .map(({ id }) => id);
            const ids = await inTenant((tx) => listIds(tx, principal, resource, operation));
            expect(ids, `${resource} ${operation}`).toEqual(readable.sort());
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds exactly the groups that the engine lets somebody read', async () => {
    const ids = groupsThemselves.map(({ id = '' }) => id);
    await fc.assert(
      fc.asyncProperty(anyPrincipal, async (principal) => {
        const readable = groupsThemselves.filter((group) => may(principal, 'READ', group));
        const found = await inTenant((tx) => entityGroupRows.findReadable(tx, principal, ids));
        const sorted = (some: readonly { id?: string }[]) => some.map(({ id }) => id).sort();
        expect(sorted(found)).toEqual(sorted(readable));
      }),
      { numRuns: 60 },
    );
  });

  it('tells for a page of rows what the engine tells for each of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyPrincipal, async (principal) => {
        for (const resource of [...entityTypes, ...entityTypes.map(groupResourceOf)]) {
          const page = stored.filter((entity) => entity.resource === resource);
          const rows = page.map(({ id = '', ownerChain }) => {
            return { id, ownerCustomerId: directOwner(ownerChain) };
          });
          const told = await inTenant((tx) =>
            ownershipRows.operationsOn(tx, principal, resource, rows),
          );
          const expected = page.map((entity) => [entity.id, operationsOn(principal, entity)]);
          expect([...told]).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing of another tenant, even for a query that forgets the tenant', async () => {
    const foreign = idOf('foreign tenant');
    const tables = [
      ...entityTypes.map((type) => entityTables[type].table),
      'entity_groups',
      'entity_group_members',
    ];
    for (const table of tables) {
      const seenBy = (tenantId: string): Promise<unknown[]> =>
        database.transact(tenantId, (tx) => knexOf(tx)(table).select('tenant_id'));
      expect(await seenBy(foreign), table).toEqual([]);
      expect(await seenBy(sampleTenant), table).not.toEqual([]);
    }
  });
});
