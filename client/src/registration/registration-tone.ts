import type { MailState, RegistrationState } from '../generated/graphql';

type Tone = 'success' | 'warning' | 'danger' | 'neutral';

export const STATE_TONE: Record<RegistrationState, Tone> = {
  PENDING: 'neutral',
  WAITING: 'warning',
  ACTIVATED: 'success',
  EXPIRED: 'neutral',
  REJECTED: 'danger',
};

export const MAIL_TONE: Record<MailState, Tone> = {
  QUEUED: 'warning',
  SENT: 'success',
  BOUNCED: 'danger',
  FAILED: 'danger',
  SKIPPED: 'neutral',
};
