import type { Tx } from '../platform/transaction.js';

/** Who holds a pass: one browser on one sign-up page. */
export interface PassHolder {
  readonly selfRegistrationId: string;
  /** SHA-256 of the sign-up cookie, 32 bytes. */
  readonly cookieHash: Buffer;
}

/** The right to register once, earned by a solved captcha. */
export interface CaptchaPass extends PassHolder {
  readonly id: string;
  /** SHA-256 of what was solved, unique within the tenant for as long as the row lives. */
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

/** Where passes are kept. */
export interface CaptchaPasses {
  hasOpen(tx: Tx, holder: PassHolder, now: Date): Promise<boolean>;
  /** False when the same solution has earned a pass before, even a moment ago elsewhere. */
  record(tx: Tx, pass: CaptchaPass): Promise<boolean>;
  /** Uses up one open pass of the holder; false when there is none. */
  consume(tx: Tx, holder: PassHolder, now: Date): Promise<boolean>;
  /** Deletes what expired before `end` and says how many. */
  deleteExpiredBefore(tx: Tx, end: Date): Promise<number>;
}
