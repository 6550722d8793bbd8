import { hourMs } from '../platform/clock.js';

/** What happens on a page and is told one by one, as long as its hour is not full. */
export const singleEvents = [
  'USER_REGISTERED',
  'USER_WAITING',
  'USER_ACTIVATED',
  'GRANTS_SKIPPED',
] as const;
export type SingleEvent = (typeof singleEvents)[number];

/** What people are told of. */
export type NotificationEvent = SingleEvent | 'SUMMARY' | 'TEST';

/**
 * WAITING until it is decided who is told; HELD ones were too many in their hour and end
 * SUMMARISED.
 */
export type NotificationState = 'WAITING' | 'TOLD' | 'HELD' | 'SUMMARISED';

/** Something that happened on a sign-up page, or a summary of it, for one audience. */
export interface Notification {
  readonly id: string;
  readonly event: NotificationEvent;
  /** Null: the tenant's administrators; with a name, a recipient that was deleted since. */
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly selfRegistrationId: string | null;
  readonly registrationId: string | null;
  readonly host: string;
  /** As a stranger typed it. */
  readonly personName: string | null;
  readonly personEmail: string | null;
  /** Roles and groups, by name, that somebody should have got; only with GRANTS_SKIPPED. */
  readonly skippedGrants: readonly string[];
  /** Of a summary: how many people registered, activated, began to wait, got less than promised. */
  readonly registeredCount: number;
  readonly activatedCount: number;
  readonly waitingCount: number;
  readonly skippedCount: number;
  readonly state: NotificationState;
  readonly createdAt: Date;
}

/** Of everything but a summary. */
export const nothingCounted = {
  registeredCount: 0,
  activatedCount: 0,
  waitingCount: 0,
  skippedCount: 0,
} as const;

/** A page's notices to one recipient within an hour; the rest come as a summary (product). */
export const mostAnHour = 10;

/** Hours are those of the clock: a summary comes when the next one begins. */
export const hourOf = (time: Date): Date => new Date(Math.floor(time.getTime() / hourMs) * hourMs);
