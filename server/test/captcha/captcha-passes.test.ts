import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresCaptchaPasses } from '../../src/captcha/postgres/captcha-pass-repository.js';
import { newId } from '../../src/platform/ids.js';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import { fail } from '../../src/platform/result.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { describeCaptchaPasses } from './captcha-passes-contract.js';
import { createFakeCaptchaPasses } from './fake-captcha-passes.js';

describeCaptchaPasses('in memory', async () => {
  const passes = createFakeCaptchaPasses();
  return {
    passes,
    transact: passes.transact,
    tenantId: newId(),
    pageId: newId(),
    otherPageId: newId(),
  };
});

describe('in PostgreSQL', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = createDatabase(testDatabase.connectionString, 10);
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const addTenant = async () => {
    const tenantId = newId();
    await database.transact(tenantId, async (tx) => {
      const row = { id: tenantId, name: tenantId, created_at: new Date() };
      await knexOf(tx)('tenants').insert(row);
    });
    return tenantId;
  };

  const addPage = async (tenantId: string) => {
    const [id, domainId, at] = [newId(), newId(), new Date()];
    await database.transact(tenantId, async (tx) => {
      const domain = { tenant_id: tenantId, id: domainId, host: `${id}.example`, created_at: at };
      await knexOf(tx)('domains').insert(domain);
      await knexOf(tx)('self_registrations').insert({
        tenant_id: tenantId,
        id,
        domain_id: domainId,
        enabled: true,
        captcha_provider: 'ALTCHA',
        created_at: at,
        updated_at: at,
      });
    });
    return id;
  };

  describeCaptchaPasses('in a table', async () => {
    const tenantId = await addTenant();
    const [pageId, otherPageId] = [await addPage(tenantId), await addPage(tenantId)];
    return {
      passes: postgresCaptchaPasses,
      transact: database.transact,
      tenantId,
      pageId,
      otherPageId,
    };
  });

  const now = new Date('2026-11-20T12:00:00Z');
  const preparePass = async () => {
    const tenantId = await addTenant();
    const pass = {
      id: newId(),
      selfRegistrationId: await addPage(tenantId),
      cookieHash: randomBytes(32),
      tokenHash: randomBytes(32),
      expiresAt: new Date('2026-11-20T12:10:00Z'),
    };
    await database.transact(tenantId, (tx) => postgresCaptchaPasses.record(tx, pass));
    return { tenantId, pass };
  };

  it('gives a pass back when the registration that used it up comes to nothing', async () => {
    const { tenantId, pass } = await preparePass();
    await database.transact(tenantId, async (tx) => {
      expect(await postgresCaptchaPasses.consume(tx, pass, now)).toBe(true);
      return fail('a later fault');
    });
    const again = await database.transact(tenantId, (tx) =>
      postgresCaptchaPasses.consume(tx, pass, now),
    );
    expect(again).toBe(true);
  });

  it('shows a pass to no other tenant', async () => {
    const { pass } = await preparePass();
    const stranger = await addTenant();
    await database.transact(stranger, async (tx) => {
      expect(await postgresCaptchaPasses.hasOpen(tx, pass, now)).toBe(false);
      expect(await postgresCaptchaPasses.consume(tx, pass, now)).toBe(false);
      expect(await postgresCaptchaPasses.deleteExpiredBefore(tx, new Date('2027-01-01'))).toBe(0);
    });
  });

  it('loses its passes together with the page', async () => {
    const { tenantId, pass } = await preparePass();
    const left = await database.transact(tenantId, async (tx) => {
      await knexOf(tx)('self_registrations').where({ id: pass.selfRegistrationId }).delete();
      return knexOf(tx)('captcha_passes').where({ id: pass.id });
    });
    expect(left).toEqual([]);
  });
});
