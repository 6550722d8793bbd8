import knexModule, { type Knex } from 'knex';
import { isFailed, type Transact, type Tx } from '../transaction.js';

const { knex } = knexModule;

/** The only way from an opaque transaction to queries; for `postgres/` folders. */
const queriesOf = new WeakMap<Tx, Knex.Transaction>();

export const knexOf = (tx: Tx): Knex.Transaction => {
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

/** Faults reach who asked, and the log through them; knex would write lines of its own beside it. */
const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * @param connectionString of the database's plain owner; every transaction drops to `gatehouse_app`
 * @param poolMax most connections at once
 */
export const createDatabase = (connectionString: string, poolMax: number): Database => {
  const pool = knex({
    client: 'pg',
    connection: { connectionString, application_name: 'gatehouse' },
    pool: { min: 0, max: poolMax },
    acquireConnectionTimeout: 10_000,
    // Or error messages would carry addresses and hashes into the log.
    compileSqlOnError: false,
    log: silent,
  });

  const behindWall = <T>(
    tenantId: string,
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> =>
    pool.transaction(async (trx) => {
      await trx.raw(
        `select set_config('role', 'gatehouse_app', true), set_config('app.tenant', ?, true)`,
        [tenantId],
      );
      return work(trx);
    });

  const transact: Transact = async (tenantId, work) => {
    try {
      return await behindWall(tenantId, async (trx) => {
        const tx = { tenantId } as Tx;
        queriesOf.set(tx, trx);
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
      behindWall(noTenant, async (trx) => {
        const { rows } = await trx.raw<{ rows: never[] }>(sql, bindings);
        return rows;
      }),
    poolUse: () => {
      const tarn = (pool.client as { pool: { numUsed(): number; numPendingAcquires(): number } })
        .pool;
      return { used: tarn.numUsed(), waiting: tarn.numPendingAcquires() };
    },
    close: () => pool.destroy(),
  };
};
