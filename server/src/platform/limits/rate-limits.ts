import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { hashLimitKey, storedLimitKey, type LimitKey } from './limit-key.js';

/** So many points in so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

export interface RateLimits<Name extends string> {
  /** The operator's figures. */
  readonly figures: Readonly<Record<Name, Limit>>;
  /**
   * Takes one point of each named bucket.
   * @returns 0, or the seconds to wait when a bucket is empty (no bucket is refunded)
   */
  take(buckets: readonly (readonly [Name, LimitKey])[]): Promise<number>;
  /** Puts a point back into each bucket: what it was taken for did not come about. */
  giveBack(buckets: readonly (readonly [Name, LimitKey])[]): Promise<void>;
  /** Seconds to wait if one more would be too many now; takes nothing. */
  wait(name: Name, key: LimitKey): Promise<number>;
  /** Forgets what was taken, below the key, too: an administrator unlocks, a right password came. */
  clear(name: Name, key: LimitKey): Promise<void>;
  /** Removes buckets that are full again: for a regular job. @returns how many */
  purge(): Promise<number>;
  close(): Promise<void>;
}

const secondsOf = (result: RateLimiterRes): number =>
  Math.max(1, Math.ceil(result.msBeforeNext / 1000));

/**
 * Token buckets shared by all replicas, in the table `rate_limits` of our migrations.
 * @param figures the operator's limits by name
 */
export const createRateLimits = <Name extends string>(
  connectionString: string,
  figures: Readonly<Record<Name, Limit>>,
): RateLimits<Name> => {
  const pool = new pg.Pool({ connectionString, max: 4, options: '-c role=gatehouse_app' });
  pool.on('error', () => undefined);
  const limiters = Object.fromEntries(
    Object.entries<Limit>(figures).map(([name, limit]) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: name,
        points: limit.points,
        duration: limit.seconds,
        clearExpiredByTimeout: false,
      }),
    ]),
  ) as Record<Name, RateLimiterPostgres>;

  return {
    figures,
    async take(buckets) {
      const waits = await Promise.all(
        buckets.map(([name, key]) =>
          limiters[name].consume(hashLimitKey(key)).then(
            () => 0,
            (refusal: unknown) => {
              if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
              throw refusal;
            },
          ),
        ),
      );
      return Math.max(0, ...waits);
    },
    async giveBack(buckets) {
      await Promise.all(buckets.map(([name, key]) => limiters[name].reward(hashLimitKey(key))));
    },
    async wait(name, key) {
      const state = await limiters[name].get(hashLimitKey(key));
      return state && state.consumedPoints >= figures[name].points ? secondsOf(state) : 0;
    },
    async clear(name, key) {
      const stored = storedLimitKey(name, key);
      // Parts are joined by colons, and the semicolon follows the colon.
      await pool.query('delete from rate_limits where key = $1 or (key > $2 and key < $3)', [
        stored,
        `${stored}:`,
        `${stored};`,
      ]);
    },
    async purge() {
      const { rowCount } = await pool.query('delete from rate_limits where expire < $1', [
        Date.now(),
      ]);
      return rowCount ?? 0;
    },
    close: () => pool.end(),
  };
};
