import type { Tx } from '../platform/transaction.js';
import type { MailMessage } from './mail-message.js';
import type { MailTemplate } from './mail-template.js';

/** How a try ended. */
export type TryResult =
  | { readonly state: 'SENT'; readonly sentAs: MailTemplate; readonly sentAt: Date }
  | { readonly state: 'QUEUED' | 'FAILED' | 'SKIPPED'; readonly lastError: string };

/** The message log of a tenant. */
export interface MailRepository {
  insert(tx: Tx, message: MailMessage): Promise<void>;
  find(tx: Tx, id: string): Promise<MailMessage | null>;
  /** Oldest first. */
  ofRegistrations(tx: Tx, registrationIds: readonly string[]): Promise<MailMessage[]>;
  /** Counts a try of a queued message; false when it is no longer queued. */
  recordTry(tx: Tx, id: string, result: TryResult): Promise<boolean>;
  /** Deletes skipped messages of nobody made before this and says how many. */
  deleteNeedless(tx: Tx, before: Date): Promise<number>;
}

/** How many mails wait and how many were given up, over all tenants. */
export type CountMails = () => Promise<{ readonly queued: number; readonly failed: number }>;
