import pg from 'pg';
import type { TestApp } from '../harness/app.js';
import { atEndOfFile } from '../harness/end-of-file.js';

/** Looks into the database of a test app as its owner, who sees every tenant and the queue. */
export interface StoredRows {
  select<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
}

export const openStoredRows = async (
  app: Pick<TestApp, 'connectionString'>,
): Promise<StoredRows> => {
  const client = new pg.Client(app.connectionString);
  // The database is dropped at the end, whoever still looks at it.
  client.on('error', () => undefined);
  await client.connect();
  atEndOfFile(() => client.end());
  return {
    async select<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
      return (await client.query<Row>(sql, values)).rows;
    },
  };
};
