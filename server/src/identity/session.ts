import type { Authority } from '../access/index.js';
import { dayMs, hourMs, minuteMs } from '../platform/clock.js';

/** One signed-in browser. */
export interface Session {
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** «Sign in as»: the administrator's own session. */
  readonly parent: { readonly tenantId: string; readonly sessionId: string } | null;
}

/** Lifetimes in ms: security rules, «Sessions and browser». */
export const lifetimesOf = (authority: Authority): { idle: number; absolute: number } =>
  authority === 'CUSTOMER_USER'
    ? { idle: 7 * dayMs, absolute: 30 * dayMs }
    : { idle: 30 * minuteMs, absolute: 12 * hourMs };

/** Whether a session still counts. */
export const isAlive = (
  session: Pick<Session, 'expiresAt' | 'lastUsedAt'>,
  authority: Authority,
  now: Date,
): boolean =>
  session.expiresAt > now &&
  session.lastUsedAt.getTime() + lifetimesOf(authority).idle > now.getTime();

/** Use is written down at most once in this time (ms), to spare a write a request. */
export const touchAfterMs = minuteMs;
