/** A mail as the inbox caught and shows it. */
export interface CaughtMail {
  /** Time-ordered. */
  readonly id: string;
  readonly from: string;
  /** The recipients of the envelope, separated by commas. */
  readonly to: string;
  readonly subject: string;
  /** When it was caught, ISO 8601. */
  readonly date: string;
  readonly text: string;
  /** Null when the mail has no HTML part. */
  readonly html: string | null;
}

/** What the mail says; the store adds id and date. */
export type MailContent = Omit<CaughtMail, 'id' | 'date'>;
