import type { MailMessage } from '../mail/index.js';
import type { Registration } from './registration.js';

export type RegistrationEventKind =
  | 'SUBMITTED'
  | 'MAIL_QUEUED'
  | 'MAIL_SENT'
  | 'MAIL_FAILED'
  | 'CONFIRMED'
  | 'APPROVED'
  | 'ACTIVATED'
  | 'EXPIRED'
  | 'REJECTED'
  | 'GRANT_SKIPPED'
  | 'FIRST_SIGN_IN';

export interface RegistrationEvent {
  readonly at: Date;
  readonly kind: RegistrationEventKind;
  readonly detail: string | null;
}

const mailEvents = (mail: MailMessage): RegistrationEvent[] => {
  const template = mail.sentAs ?? mail.template;
  const queued: RegistrationEvent = { at: mail.createdAt, kind: 'MAIL_QUEUED', detail: template };
  if (mail.state === 'SENT' && mail.sentAt) {
    return [queued, { at: mail.sentAt, kind: 'MAIL_SENT', detail: template }];
  }
  if (mail.state === 'FAILED' || mail.lastError) {
    return [queued, { at: mail.createdAt, kind: 'MAIL_FAILED', detail: mail.lastError }];
  }
  return [queued];
};

/** What happened to a registration, oldest first. */
export const timelineOf = (
  registration: Omit<Registration, 'savedGrants' | 'emailKey' | 'selfRegistrationId'>,
  mails: readonly MailMessage[],
): RegistrationEvent[] => {
  const { submittedAt, confirmedAt, decidedAt, activatedAt, expiresAt, state } = registration;
  const { reason, host, skippedGrants, decidedBy, rejectionText } = registration;
  const events: RegistrationEvent[] = [{ at: submittedAt, kind: 'SUBMITTED', detail: host }];
  events.push(...mails.filter((mail) => mail.state !== 'SKIPPED').flatMap(mailEvents));
  if (confirmedAt) events.push({ at: confirmedAt, kind: 'CONFIRMED', detail: null });
  if (activatedAt) {
    if (decidedAt) events.push({ at: decidedAt, kind: 'APPROVED', detail: decidedBy });
    events.push({ at: activatedAt, kind: 'ACTIVATED', detail: null });
    events.push(
      ...skippedGrants.map((name) => ({
        at: activatedAt,
        kind: 'GRANT_SKIPPED' as const,
        detail: name,
      })),
    );
    // Who was approved signs in later, by hand.
    if (!decidedAt) events.push({ at: activatedAt, kind: 'FIRST_SIGN_IN', detail: null });
  }
  if (state === 'EXPIRED' && expiresAt)
    events.push({ at: expiresAt, kind: 'EXPIRED', detail: null });
  if (state === 'REJECTED') {
    const last = mails.at(-1);
    const at = decidedAt ?? last?.sentAt ?? last?.createdAt ?? submittedAt;
    events.push({ at, kind: 'REJECTED', detail: rejectionText ?? reason });
  }
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
};
