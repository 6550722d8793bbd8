import { expect, it } from 'vitest';
import { addMs, hourMs } from '../platform/clock.js';
import { nextTry } from './retry-schedule.js';

const start = new Date('2026-11-22T10:00:00Z');

/** Seconds between the tries of a mail that never gets through; each try takes no time. */
const waits = (): number[] => {
  const seconds: number[] = [];
  let now = start;
  for (;;) {
    const next = nextTry(seconds.length + 1, start, now);
    if (!next) return seconds;
    seconds.push((next.getTime() - now.getTime()) / 1000);
    now = next;
  }
};

it('tries again after 5 s, 30 s, 2 min, 10 min, then every 30 min until 24 h', () => {
  const [first, second, third, fourth, ...later] = waits();
  expect([first, second, third, fourth]).toEqual([5, 30, 120, 600]);
  expect(new Set(later)).toEqual(new Set([1800]));
  const total = [5, 30, 120, 600, ...later].reduce((sum, wait) => sum + wait, 0);
  expect(total).toBeGreaterThan(23.5 * 3600);
  expect(total).toBeLessThanOrEqual(24 * 3600);
});

it('gives up when the next try would come after 24 h', () => {
  expect(nextTry(1, start, addMs(start, 24 * hourMs - 5_000))).toEqual(addMs(start, 24 * hourMs));
  expect(nextTry(1, start, addMs(start, 24 * hourMs - 4_999))).toBeNull();
});
