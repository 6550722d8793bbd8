import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

describe('createTestDatabase', () => {
  it('gives each caller a migrated database of its own, also at the same time', async () => {
    made.push(...(await Promise.all([1, 2, 3].map(() => createTestDatabase()))));
    const names = await Promise.all(
      made.map(async ({ connectionString }) => {
        const client = new pg.Client(connectionString);
        await client.connect();
        const { rows } = await client.query<{ name: string; plain: boolean }>(
          `select current_database() as name, not rolsuper as plain
             from pg_roles, schema_migrations where rolname = current_user limit 1`,
        );
        await client.end();
        expect(rows[0]?.plain).toBe(true);
        return rows[0]?.name;
      }),
    );
    expect(new Set(names).size).toBe(3);
  });
});
