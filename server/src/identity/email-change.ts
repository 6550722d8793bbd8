import { dayMs, hourMs } from '../platform/clock.js';
import type { Tx } from '../platform/transaction.js';

/** An address that somebody wants to move their account to. */
export interface EmailChange {
  readonly id: string;
  readonly userId: string;
  /** As typed. */
  readonly email: string;
  readonly emailKey: string;
}

/** How long the mailed link works, in hours from sending. */
export const emailChangeHours = 24;
export const emailChangeLifetimeMs = emailChangeHours * hourMs;

/** As long as a mail is tried again; the link's own time begins when it is sent. */
export const unsentLifetimeMs = dayMs;

export interface EmailChangeRepository {
  /** Takes the place of an earlier one of the same person. */
  replace(tx: Tx, change: EmailChange & { createdAt: Date; expiresAt: Date }): Promise<void>;
  find(tx: Tx, id: string): Promise<EmailChange | null>;
  /** Gives a change the secret of its link. */
  offer(tx: Tx, id: string, secretHash: Buffer, expiresAt: Date): Promise<void>;
  /** The change whose link is good now; it stays good. */
  peek(tx: Tx, secretHash: Buffer, now: Date): Promise<EmailChange | null>;
  /** Uses a change up: exactly one of parallel calls gets true. */
  use(tx: Tx, id: string, now: Date): Promise<boolean>;
  /** Ends what a person wanted: with any change of the password. */
  endAll(tx: Tx, userId: string): Promise<void>;
  /** Removes what has ended by itself. */
  purge(tx: Tx, now: Date): Promise<void>;
}
