import type { Tx } from '../platform/transaction.js';
import type { Page } from '../platform/page.js';
import type { MailMessage, MailState } from './mail-message.js';
import type { MailTemplate } from './mail-template.js';

/** How a try ended. */
export type TryResult = { readonly at: Date } & (
  | { readonly state: 'SENT'; readonly sentAs: MailTemplate }
  | { readonly state: 'QUEUED' | 'BOUNCED' | 'FAILED' | 'SKIPPED'; readonly lastError: string }
);

/** What the last try of a tenant's mails tells about its mail server. */
export interface MailHealth {
  readonly state: 'UNTRIED' | 'WORKING' | 'FAILING';
  /** Why the last try failed, in words. */
  readonly lastError: string | null;
  readonly lastTryAt: Date | null;
}

/** All that are given must hold. */
export interface MailFilter {
  readonly state?: MailState | null;
  /** Part of the address. */
  readonly search?: string | null;
}

/** The message log of a tenant. */
export interface MailRepository {
  insert(tx: Tx, message: MailMessage): Promise<void>;
  find(tx: Tx, id: string): Promise<MailMessage | null>;
  /** Newest first. */
  list(
    tx: Tx,
    filter: MailFilter,
    first: number,
    afterId: string | null,
  ): Promise<Page<MailMessage>>;
  /** Up to the limit of counting. */
  count(tx: Tx, filter: MailFilter): Promise<number>;
  /** Oldest first. */
  ofRegistrations(tx: Tx, registrationIds: readonly string[]): Promise<MailMessage[]>;
  /** Counts a try of a queued message; false when it is no longer queued. */
  recordTry(tx: Tx, id: string, result: TryResult): Promise<boolean>;
  /** @param since when the mail server's settings changed last; null: ever */
  healthSince(tx: Tx, since: Date | null): Promise<MailHealth>;
  /** Deletes skipped messages and tests of nobody made before this, and says how many. */
  deleteNeedless(tx: Tx, before: Date): Promise<number>;
}

/** How many mails wait and how many were given up, over all tenants. */
export type CountMails = () => Promise<{ readonly queued: number; readonly failed: number }>;
