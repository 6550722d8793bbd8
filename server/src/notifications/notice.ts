import type { Notification } from './notification.js';

/** A notice as it goes out of the house, in no language yet. */
export interface Notice {
  readonly event: Notification['event'];
  readonly host: string;
  readonly personName: string | null;
  readonly personEmail: string | null;
  readonly skippedGrants: readonly string[];
  readonly registeredCount: number;
  readonly activatedCount: number;
  readonly waitingCount: number;
  readonly skippedCount: number;
  readonly at: Date;
  /** Where an administrator looks further. */
  readonly url: string;
  readonly registrationId: string | null;
  readonly selfRegistrationId: string | null;
}

/** Where the console shows what a notice is about. @param publicUrl the console's address */
const consoleUrlOf = (publicUrl: string, notification: Notification): string => {
  const { event, registrationId, selfRegistrationId } = notification;
  if (event === 'TEST') return `${publicUrl}/notifications/recipients`;
  const list = `${publicUrl}/security/registrations`;
  if (registrationId) return `${list}/${registrationId}`;
  return selfRegistrationId ? `${list}?on=${selfRegistrationId}` : list;
};

export const toNotice = (publicUrl: string, notification: Notification): Notice => ({
  event: notification.event,
  host: notification.host,
  personName: notification.personName,
  personEmail: notification.personEmail,
  skippedGrants: notification.skippedGrants,
  registeredCount: notification.registeredCount,
  activatedCount: notification.activatedCount,
  waitingCount: notification.waitingCount,
  skippedCount: notification.skippedCount,
  at: notification.createdAt,
  url: consoleUrlOf(publicUrl, notification),
  registrationId: notification.registrationId,
  selfRegistrationId: notification.selfRegistrationId,
});
