import { hourMs } from '../platform/clock.js';

/** What people are told of. */
export const notificationEvents = ['USER_REGISTERED', 'USER_ACTIVATED', 'SUMMARY', 'TEST'] as const;
export type NotificationEvent = (typeof notificationEvents)[number];

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
  /** Of a summary: how many people registered and activated. */
  readonly registeredCount: number;
  readonly activatedCount: number;
  readonly state: NotificationState;
  readonly createdAt: Date;
}

/** A page's notices to one recipient within an hour; the rest come as a summary (product). */
export const mostAnHour = 10;

/** Hours are those of the clock: a summary comes when the next one begins. */
export const hourOf = (time: Date): Date => new Date(Math.floor(time.getTime() / hourMs) * hourMs);
