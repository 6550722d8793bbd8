/** The only source of time, so that tests can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** @param ms milliseconds, may be negative */
export const addMs = (time: Date, ms: number): Date => new Date(time.getTime() + ms);
