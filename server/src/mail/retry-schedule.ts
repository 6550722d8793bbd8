import { addMs, hourMs, minuteMs } from '../platform/clock.js';

/** Security rules, «Nothing lost»: after 5 s, 30 s, 2 min, 10 min, then every 30 min until 24 h. */
const firstDelaysMs = [5_000, 30_000, 2 * minuteMs, 10 * minuteMs];
const laterDelayMs = 30 * minuteMs;
const giveUpAfterMs = 24 * hourMs;

/**
 * When to try again after a failed try.
 * @param failedTries including the one that just failed, at least 1
 * @returns null when the mail is given up
 */
export const nextTry = (failedTries: number, createdAt: Date, now: Date): Date | null => {
  const next = addMs(now, firstDelaysMs[failedTries - 1] ?? laterDelayMs);
  return next <= addMs(createdAt, giveUpAfterMs) ? next : null;
};
