import pg from 'pg';
import { storedLimitKey, type LimitKey } from './limit-key.js';

/** So many points in so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/** What a limit counts for. */
export type Bucket<Name extends string> = readonly [Name, LimitKey];
export type Buckets<Name extends string> = readonly Bucket<Name>[];

export interface RateLimits<Name extends string> {
  /** The operator's figures. */
  readonly figures: Readonly<Record<Name, Limit>>;
  /**
   * Takes one point of each bucket, or of none when one is empty.
   * @returns 0, or the seconds to wait
   */
  take(buckets: Buckets<Name>): Promise<number>;
  /** Seconds to wait if one more of each would be too many now; takes nothing. */
  wait(buckets: Buckets<Name>): Promise<number>;
  /** {@link take} of some and {@link wait} for others, in one statement. */
  takeAndWait(
    taken: Buckets<Name>,
    awaited: Buckets<Name>,
  ): Promise<{ readonly taken: number; readonly awaited: number }>;
  /** Puts a point back into each bucket: what it was taken for did not come about. */
  giveBack(buckets: Buckets<Name>): Promise<void>;
  /** Forgets what was taken, below the key, too: an administrator unlocks, a right password came. */
  clear(name: Name, key: LimitKey): Promise<void>;
  /** Removes buckets that are full again: for a regular job. @returns how many */
  purge(): Promise<number>;
  close(): Promise<void>;
}

const secondsOf = (ms: string | undefined): number => Math.ceil(Number(ms ?? 0) / 1000);

const taking = 'gatehouse.take_limits($1::text[], $2::integer[], $3::bigint[])';
const waiting = (first: number): string =>
  `gatehouse.wait_for_limits($${first}::text[], $${first + 1}::integer[])`;
const nowMs = 'extract(epoch from clock_timestamp()) * 1000';

/**
 * Token buckets shared by all replicas, in the table `rate_limits` of our migrations; the database's
 * clock counts. However many buckets, each call is one statement.
 * @param figures the operator's limits by name
 */
export const createRateLimits = <Name extends string>(
  connectionString: string,
  figures: Readonly<Record<Name, Limit>>,
): RateLimits<Name> => {
  const pool = new pg.Pool({ connectionString, max: 4, options: '-c role=gatehouse_app' });
  pool.on('error', () => undefined);

  const keys = (buckets: Buckets<Name>) => buckets.map(([name, key]) => storedLimitKey(name, key));
  const points = (buckets: Buckets<Name>) => buckets.map(([name]) => figures[name].points);
  const spans = (buckets: Buckets<Name>) => buckets.map(([name]) => figures[name].seconds * 1000);
  const ask = async <Column extends string>(name: string, text: string, values: unknown[]) => {
    const { rows } = await pool.query<Record<Column, string>>({ name, text, values });
    return rows[0];
  };

  return {
    figures,
    async take(buckets) {
      const values = [keys(buckets), points(buckets), spans(buckets)];
      const row = await ask<'ms'>('limits-take', `select ${taking} as ms`, values);
      return secondsOf(row?.ms);
    },
    async wait(buckets) {
      const values = [keys(buckets), points(buckets)];
      const row = await ask<'ms'>('limits-wait', `select ${waiting(1)} as ms`, values);
      return secondsOf(row?.ms);
    },
    async takeAndWait(taken, awaited) {
      const row = await ask<'taken' | 'awaited'>(
        'limits-take-and-wait',
        `select ${taking} as taken, ${waiting(4)} as awaited`,
        [keys(taken), points(taken), spans(taken), keys(awaited), points(awaited)],
      );
      return { taken: secondsOf(row?.taken), awaited: secondsOf(row?.awaited) };
    },
    async giveBack(buckets) {
      await pool.query(
        `update rate_limits set points = points - 1
          where key = any ($1) and points > 0 and expire > ${nowMs}`,
        [keys(buckets)],
      );
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
      const { rowCount } = await pool.query(`delete from rate_limits where expire < ${nowMs}`);
      return rowCount ?? 0;
    },
    close: () => pool.end(),
  };
};
