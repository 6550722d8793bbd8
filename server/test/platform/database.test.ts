import { expect, it } from 'vitest';
import { createDatabase, knexOf } from '../../src/platform/postgres/database.js';
import type { Tx } from '../../src/platform/transaction.js';
import { atEndOfFile } from '../harness/end-of-file.js';
import { createTestDatabase } from '../harness/test-database.js';

const tenant = '018f0000-0000-7000-8000-000000000001';

/** One connection only, so that each transaction meets the leavings of the one before. */
const oneConnection = async () => {
  const test = await createTestDatabase();
  const database = createDatabase(test.connectionString, 1);
  atEndOfFile(async () => {
    await database.close();
    await test.drop();
  });
  return database;
};

const database = await oneConnection();

const whereAmI = async (tx: Tx) => {
  const { rows } = await knexOf(tx).raw<{ rows: { role: string; tenant: string }[] }>(
    `select current_user as role, current_setting('app.tenant', true) as tenant`,
  );
  return rows[0];
};

it('a transaction runs as the application, behind the wall of its tenant', async () => {
  expect(await database.transact(tenant, whereAmI)).toEqual({ role: 'gatehouse_app', tenant });
  expect(await database.transact('', whereAmI)).toEqual({ role: 'gatehouse_app', tenant: '' });
});

it('a name of a tenant is a text, whatever it holds', async () => {
  const name = `x', true); reset role; select ('\\`;
  expect(await database.transact(name, whereAmI)).toEqual({ role: 'gatehouse_app', tenant: name });
});

it('a query that was forgotten runs in no later transaction', async () => {
  const forgotten = await database.transact(tenant, (tx) =>
    Promise.resolve({ query: knexOf(tx)('tenants').select('id') }),
  );
  await database.transact('', async (tx) => {
    await whereAmI(tx);
    await expect(forgotten.query).rejects.toThrow('The transaction has ended.');
  });
});

it('a connection that broke is replaced', async () => {
  const end = database.transact(tenant, (tx) =>
    knexOf(tx).raw('select pg_terminate_backend(pg_backend_pid())'),
  );
  await expect(end).rejects.toThrow();
  expect(await database.transact(tenant, whereAmI)).toMatchObject({ tenant });
});
