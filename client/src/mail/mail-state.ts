import type { MailState } from '../generated/graphql';

export const MAIL_STATES: readonly MailState[] = ['QUEUED', 'SENT', 'BOUNCED', 'FAILED', 'SKIPPED'];

export const MAIL_STATE_TONE = {
  QUEUED: 'warning',
  SENT: 'success',
  BOUNCED: 'danger',
  FAILED: 'danger',
  SKIPPED: 'neutral',
} as const satisfies Record<MailState, string>;
