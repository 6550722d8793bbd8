import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRecordAudit, systemActor, type Actor } from '../../src/audit/index.js';
import { thingNameRows } from '../../src/audit/postgres/thing-name-rows.js';
import { auditLogEntries } from '../../src/audit/postgres/audit-log-entries.js';
import { createReadAuditLog, type ReadAuditLog } from '../../src/audit/read-audit-log.js';
import { addMs, type Clock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import { createSampleTenant, type SampleTenant } from '../customers/sample-tenant.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';

let test: TestDatabase;
let database: Database;
let readAuditLog: ReadAuditLog;
let acme: SampleTenant;

const start = new Date('2030-01-01T12:00:00Z');
let now = start;
const clock: Clock = { now: () => now };
const ada: Actor = { kind: 'USER', id: newId(), name: 'Ada', impersonatorName: 'Root', ip: '::1' };

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.connectionString, 4);
  readAuditLog = createReadAuditLog(database.transact, auditLogEntries, thingNameRows);
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

beforeEach(async () => {
  now = start;
  acme = await createSampleTenant(database);
});

const record = (actor: Actor, action: string, entityId: string | null, entityName: string) =>
  database.transact(acme.tenantId, async (tx) => {
    const event = {
      action,
      entityType: 'DEVICE',
      entityId,
      entityName,
      after: { name: entityName },
    };
    await createRecordAudit(clock)(tx, actor, event);
    now = addMs(now, 1_000);
  });

describe('the audit log', () => {
  it('comes newest first, page by page', async () => {
    for (const name of ['one', 'two', 'three']) await record(ada, 'device.created', newId(), name);
    const first = await readAuditLog.list(acme.tenantId, {}, 2, null);
    const last = first.rows.at(-1)?.id ?? null;
    const second = await readAuditLog.list(acme.tenantId, {}, 2, last);
    expect(first.rows.map(({ entityName }) => entityName)).toEqual(['three', 'two']);
    expect(second.rows.map(({ entityName }) => entityName)).toEqual(['one']);
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
    expect(second.rows[0]).toMatchObject({ at: start, actor: ada, after: { name: 'one' } });
  });

  it('is filtered by action, entity, actor and part of a name', async () => {
    const boiler = newId();
    await record(ada, 'device.created', boiler, 'Boiler');
    await record(systemActor, 'device.updated', boiler, 'Boiler');
    await record(systemActor, 'device.created', null, 'Lamp');
    const count = (filter: Parameters<ReadAuditLog['count']>[1]) =>
      readAuditLog.count(acme.tenantId, filter);
    expect(await count({})).toBe(3);
    expect(await count({ action: 'device.created' })).toBe(2);
    expect(await count({ entityId: boiler })).toBe(2);
    expect(await count({ actorId: ada.id })).toBe(1);
    expect(await count({ search: 'boil' })).toBe(2);
    expect(await count({ search: 'ADA' })).toBe(1);
    expect(await count({ entityId: 'nothing' })).toBe(0);
    const none = await readAuditLog.list(acme.tenantId, { actorId: "' or 1=1" }, 10, null);
    expect(none).toEqual({ rows: [], hasNextPage: false });
  });

  it("holds nothing of another tenant's", async () => {
    await record(ada, 'device.created', newId(), 'Boiler');
    const globex = await createSampleTenant(database);
    expect(await readAuditLog.count(globex.tenantId, {})).toBe(0);
  });

  it('can be neither changed nor cleared by the server', async () => {
    await record(ada, 'device.created', newId(), 'Boiler');
    for (const statement of [
      'update audit_log_entries set action = null',
      'delete from audit_log_entries',
    ]) {
      const tried = database.transact(acme.tenantId, (tx) => knexOf(tx).raw(statement));
      await expect(tried).rejects.toThrow(/permission denied/);
    }
  });
});
