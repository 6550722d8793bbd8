import { describe, expect, it } from 'vitest';
import { createRateLimits } from '../../src/platform/limits/rate-limits.js';
import { countStatements } from '../harness/count-statements.js';
import { atEndOfFile } from '../harness/end-of-file.js';
import { createTestDatabase } from '../harness/test-database.js';

const asked = countStatements();
const database = await createTestDatabase();
const figures = { one: { points: 1, seconds: 60 }, five: { points: 5, seconds: 3_600 } };
const limits = createRateLimits(database.connectionString, figures);
/** Another replica. */
const others = createRateLimits(database.connectionString, figures);
atEndOfFile(async () => {
  await Promise.all([limits.close(), others.close()]);
  await database.drop();
});

describe('buckets', () => {
  it('give as many points as they have, and then say how long to wait', async () => {
    expect(await limits.take([['one', 'a']])).toBe(0);
    expect(await others.take([['one', 'a']])).toBeGreaterThan(50);
    expect(await others.wait([['one', 'a']])).toBeLessThanOrEqual(60);
    expect(await limits.take([['one', 'b']])).toBe(0);
  });

  it('give all or nothing', async () => {
    await limits.take([['one', 'c']]);
    for (let time = 0; time < 9; time += 1) {
      const wait = await limits.take([
        ['five', 'c'],
        ['one', 'c'],
      ]);
      expect(wait).toBeGreaterThan(0);
    }
    for (let time = 0; time < 5; time += 1) expect(await limits.take([['five', 'c']])).toBe(0);
    expect(await limits.take([['five', 'c']])).toBeGreaterThan(60);
  });

  it('give no more to many who ask at once, in whatever order, on any replica', async () => {
    const takes = Array.from({ length: 40 }, (_, turn) =>
      (turn % 2 ? limits : others).take([['five', 'd']]),
    );
    const waits = await Promise.all(takes);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('are asked in one statement, however many', async () => {
    const { statements } = await asked.of(() =>
      limits.takeAndWait(
        [
          ['five', 'e'],
          ['one', 'e'],
        ],
        [
          ['five', 'f'],
          ['one', 'f'],
        ],
      ),
    );
    expect(statements).toHaveLength(1);
    expect(await limits.takeAndWait([['five', 'e']], [['one', 'e']])).toMatchObject({ taken: 0 });
    expect(await limits.wait([['one', 'f']])).toBe(0);
  });

  it('are full again when a point is given back, or all is forgotten', async () => {
    await limits.take([['one', 'g']]);
    await limits.giveBack([['one', 'g']]);
    expect(await limits.take([['one', 'g']])).toBe(0);
    await limits.clear('one', 'g');
    expect(await limits.take([['one', 'g']])).toBe(0);
  });
});
