import { dayMs } from '../platform/clock.js';
import type { Locale } from '../platform/locale/locale.js';
import type { MailTemplate } from './mail-template.js';

/**
 * QUEUED waits for its first or next try; SENT was accepted by the mail server; BOUNCED: the mail
 * server takes nothing for this recipient; FAILED is given up; SKIPPED turned out to be needless
 * when its turn came.
 */
export type MailState = 'QUEUED' | 'SENT' | 'BOUNCED' | 'FAILED' | 'SKIPPED';

/**
 * A skipped message that belongs to no registration and no user is kept so long, in ms: strangers
 * can write any number of them, such as resets for addresses that nobody has. So are tests.
 */
export const needlessKeptMs = 30 * dayMs;

/** An entry of the message log: one mail to one recipient. Holds no secrets. */
export interface MailMessage {
  readonly id: string;
  readonly template: MailTemplate;
  /** What was sent in the end, e.g. «already registered» instead of «activation». */
  readonly sentAs: MailTemplate | null;
  /** One address, as typed. */
  readonly recipient: string;
  readonly locale: Locale;
  readonly registrationId: string | null;
  readonly userId: string | null;
  /** Facts for the composer, e.g. the host of the page. */
  readonly variables: Readonly<Record<string, string>>;
  readonly state: MailState;
  /** Tries that came to an end. */
  readonly attempts: number;
  /** Why the last try failed or the mail was skipped, in words. */
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** When the last try came to an end. */
  readonly triedAt: Date | null;
}
