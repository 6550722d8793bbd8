import type { PoolClient } from 'pg';
import knexModule, { type Knex } from 'knex';

const { knex } = knexModule;

/** Faults reach who asked, and the log through them; knex would write lines of its own beside it. */
const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined };

/** What of a client leads to connections. */
interface Connections {
  acquireConnection(): Promise<PoolClient>;
  releaseConnection(): Promise<void>;
  query(connection: PoolClient, query: unknown): Promise<unknown>;
}

/**
 * knex as a builder of queries on one connection, which is lent for a transaction.
 * @param isOpen whether the transaction still is: a query that was forgotten must not run in the
 * next one, which may be another tenant's
 */
export const queriesOn = (connection: PoolClient, isOpen: () => boolean): Knex => {
  const queries = knex({
    client: 'pg',
    // Or error messages would carry addresses and hashes into the log.
    compileSqlOnError: false,
    log: silent,
  });
  const client = queries.client as Connections;
  const run = client.query.bind(client);
  client.acquireConnection = () => Promise.resolve(connection);
  client.releaseConnection = () => Promise.resolve();
  client.query = (on, query) =>
    isOpen() ? run(on, query) : Promise.reject(new Error('The transaction has ended.'));
  return queries;
};
