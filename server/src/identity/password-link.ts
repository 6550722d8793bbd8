import { dayMs, hourMs } from '../platform/clock.js';
import type { Tx } from '../platform/transaction.js';

export type PasswordLinkPurpose = 'INVITATION' | 'RESET';

/** Lifetimes in ms: a reset is answered at once, an invitation within a week (product: «Users»). */
export const linkLifetimes: Readonly<Record<PasswordLinkPurpose, number>> = {
  INVITATION: 7 * dayMs,
  RESET: hourMs,
};

/** A one-time link that sets a password. */
export interface PasswordLink {
  readonly id: string;
  readonly userId: string;
  readonly purpose: PasswordLinkPurpose;
}

export interface PasswordLinkRepository {
  insert(
    tx: Tx,
    link: PasswordLink & { secretHash: Buffer; createdAt: Date; expiresAt: Date },
  ): Promise<void>;
  /** The link if it is good now; it stays good. */
  peek(tx: Tx, secretHash: Buffer, now: Date): Promise<PasswordLink | null>;
  /** Uses a link up in one conditional update: exactly one of parallel calls gets true. */
  use(tx: Tx, id: string, now: Date): Promise<boolean>;
  /** Ends all links of a person. */
  endAll(tx: Tx, userId: string, now: Date): Promise<void>;
}
