import type { Knex } from 'knex';
import pg from 'pg';
import { isFailed, type Transact, type Tx } from '../transaction.js';
import { queriesOn } from './bound-queries.js';

/** The only way from an opaque transaction to queries; for `postgres/` folders. */
const queriesOf = new WeakMap<Tx, Knex>();

export const knexOf = (tx: Tx): Knex => {
  const queries = queriesOf.get(tx);
  if (!queries) throw new Error('The transaction has ended.');
  return queries;
};

export interface Database {
  readonly transact: Transact;
  /** Before a tenant is known: named `security definer` functions only. */
  callFunction<Row>(sql: string, bindings?: readonly Knex.Value[]): Promise<Row[]>;
  /** The pool's fill, for metrics. */
  poolUse(): { used: number; waiting: number };
  close(): Promise<void>;
}

class Rollback extends Error {
  constructor(readonly outcome: unknown) {
    super('rolled back');
  }
}

const noTenant = '';

/** Begins behind the tenant's wall, in one message to PostgreSQL. */
const opening = (tenantId: string): string =>
  `begin; select set_config('role', 'gatehouse_app', true), ` +
  `set_config('app.tenant', ${pg.escapeLiteral(tenantId)}, true)`;

/**
 * @param connectionString of the database's plain owner; every transaction drops to `gatehouse_app`
 * @param poolMax most connections at once
 */
export const createDatabase = (connectionString: string, poolMax: number): Database => {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'gatehouse',
    max: poolMax,
    connectionTimeoutMillis: 10_000,
    // A new connection costs PostgreSQL more than a hundred statements on a used one.
    idleTimeoutMillis: 300_000,
  });
  // An idle connection that broke is replaced; who needs one then hears what is wrong.
  pool.on('error', () => undefined);

  const behindWall = async <T>(
    tenantId: string,
    work: (queries: Knex) => Promise<T>,
  ): Promise<T> => {
    const connection = await pool.connect();
    let isOpen = true;
    let unusable: Error | undefined;
    try {
      await connection.query(opening(tenantId));
      const outcome = await work(queriesOn(connection, () => isOpen));
      isOpen = false;
      await connection.query('commit');
      return outcome;
    } catch (error) {
      isOpen = false;
      await connection.query('rollback').catch((cause: unknown) => {
        unusable = cause as Error;
      });
      throw error;
    } finally {
      connection.release(unusable);
    }
  };

  const transact: Transact = async (tenantId, work) => {
    try {
      return await behindWall(tenantId, async (queries) => {
        const tx = { tenantId } as Tx;
        queriesOf.set(tx, queries);
        try {
          const outcome = await work(tx);
          if (isFailed(outcome)) throw new Rollback(outcome);
          return outcome;
        } finally {
          queriesOf.delete(tx);
        }
      });
    } catch (error) {
      if (error instanceof Rollback) return error.outcome as never;
      throw error;
    }
  };

  return {
    transact,
    callFunction: (sql, bindings = []) =>
      behindWall(noTenant, async (queries) => {
        const { rows } = await queries.raw<{ rows: never[] }>(sql, bindings);
        return rows;
      }),
    poolUse: () => ({ used: pool.totalCount - pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
};
