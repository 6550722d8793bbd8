import { join } from 'node:path';

/** Measurements of each path. */
export const rounds = 3;

/** Seconds of one measurement that ends by time. */
export const seconds = 5;

const medianOf = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

/**
 * Measures a path and its limit in turns, so that both meet the same noise, and takes medians.
 *
 * @param {object} path
 * @param {string} path.name
 * @param {string} path.limitName
 * @param {number} path.budget share of the limit that the path must reach
 * @param {() => Promise<{ count: number, perSecond: number }>} path.limit
 * @param {() => Promise<{ count: number, perSecond: number, p99: number }>} path.measure
 * @param {() => Promise<void>} [path.prepare] before each measurement, outside of its time
 * @param {string} [profiles] folder for a CPU profile of the server during the first round
 */
export async function compare(
  world,
  { name, limitName, budget, limit, measure, prepare },
  profiles,
) {
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    await prepare?.();
    const atFirst = world.cpu();
    const most = await limit();
    const isProfiled = profiles && round === 0;
    if (isProfiled) await world.gatehouse.ask({ what: 'profile' });
    const before = world.cpu();
    const run = await measure();
    const after = world.cpu();
    if (isProfiled) {
      const file = join(profiles, `${name.replaceAll(/\W+/g, '-')}.cpuprofile`);
      await world.gatehouse.ask({ what: 'endProfile', file });
    }
    samples.push({
      limit: most.perSecond,
      figure: run.perSecond,
      ratio: run.perSecond / most.perSecond,
      ...{ p50: run.p50, p99: run.p99 },
      // What the limit takes is all its own: the server under test is idle meanwhile.
      limitCpu: (before.bare + before.postgres - atFirst.bare - atFirst.postgres) / most.count,
      server: (after.server - before.server) / run.count,
      postgres: (after.postgres - before.postgres) / run.count,
    });
  }
  const median = (key) => medianOf(samples.map((sample) => sample[key]));
  const keys = Object.keys(samples[0]);
  return { name, limitName, budget, ...Object.fromEntries(keys.map((key) => [key, median(key)])) };
}
