export type DeliveryChannel = 'INBOX' | 'EMAIL' | 'SLACK' | 'TEAMS' | 'WEBHOOK';

/** QUEUED waits for its first or next try; FAILED is given up; SKIPPED turned out to be needless. */
export type DeliveryState = 'QUEUED' | 'SENT' | 'FAILED' | 'SKIPPED';

/** One notice on its way to one target. */
export interface Delivery {
  readonly id: string;
  readonly notificationId: string;
  readonly channel: DeliveryChannel;
  /** The person; null for addresses and webhooks. */
  readonly userId: string | null;
  /** E-mail address, or the host of a webhook. */
  readonly target: string;
  readonly state: DeliveryState;
  /** Tries that came to an end. */
  readonly attempts: number;
  /** What the far side answered to the last try. */
  readonly answer: string | null;
  /** The entry of the message log that carries it. */
  readonly mailMessageId: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}
