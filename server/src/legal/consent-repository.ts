import type { Page } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { Consent, NewConsent } from './consent.js';

/** All that are given must hold. */
export interface ConsentFilter {
  readonly userId?: string | null;
  readonly documentId?: string | null;
  /** Part of the address. */
  readonly search?: string | null;
}

export interface ConsentRepository {
  insert(tx: Tx, consents: readonly NewConsent[]): Promise<void>;
  /** Newest first. */
  list(
    tx: Tx,
    filter: ConsentFilter,
    first: number,
    afterId: string | null,
  ): Promise<Page<Consent>>;
  /** Capped. */
  count(tx: Tx, filter: ConsentFilter): Promise<number>;
  areAny(tx: Tx, documentId: string): Promise<boolean>;
  /** Of all versions of the document that this one is of. @returns the document's name, or null */
  withdraw(tx: Tx, userId: string, consentId: string, now: Date): Promise<string | null>;
  /**
   * Documents that a customer's user is asked to accept: one they withdrew from, a version that
   * asks for more than they accepted, or one of a kind that they never accepted.
   */
  findOpen(tx: Tx, userId: string): Promise<{ documentId: string; requiredFrom: Date }[]>;
  forgetAddresses(tx: Tx, before: Date): Promise<void>;
}
