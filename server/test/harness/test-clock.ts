import type { Clock } from '../../src/platform/clock.js';

/** A clock that goes as usual and can be put forward: tests wait for nothing. */
export interface TestClock extends Clock {
  /** @param ms milliseconds */
  advance(ms: number): void;
}

export const createTestClock = (): TestClock => {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance: (ms) => (ahead += ms),
  };
};
