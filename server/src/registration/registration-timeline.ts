import type { MailMessage } from '../mail/index.js';
import type { Registration } from './registration.js';

export type RegistrationEventKind =
  | 'SUBMITTED'
  | 'MAIL_QUEUED'
  | 'MAIL_SENT'
  | 'MAIL_FAILED'
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
  registration: Pick<
    Registration,
    'submittedAt' | 'activatedAt' | 'expiresAt' | 'state' | 'reason' | 'host' | 'skippedGrants'
  >,
  mails: readonly MailMessage[],
): RegistrationEvent[] => {
  const { submittedAt, activatedAt, expiresAt, state, reason, host, skippedGrants } = registration;
  const events: RegistrationEvent[] = [{ at: submittedAt, kind: 'SUBMITTED', detail: host }];
  events.push(...mails.filter((mail) => mail.state !== 'SKIPPED').flatMap(mailEvents));
  if (activatedAt) {
    events.push({ at: activatedAt, kind: 'ACTIVATED', detail: null });
    events.push(
      ...skippedGrants.map((name) => ({
        at: activatedAt,
        kind: 'GRANT_SKIPPED' as const,
        detail: name,
      })),
    );
    events.push({ at: activatedAt, kind: 'FIRST_SIGN_IN', detail: null });
  }
  if (state === 'EXPIRED' && expiresAt)
    events.push({ at: expiresAt, kind: 'EXPIRED', detail: null });
  if (state === 'REJECTED') {
    const last = mails.at(-1);
    const at = last?.sentAt ?? last?.createdAt ?? submittedAt;
    events.push({ at, kind: 'REJECTED', detail: reason });
  }
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
};
