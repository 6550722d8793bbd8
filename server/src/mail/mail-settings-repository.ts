import type { Tx } from '../platform/transaction.js';
import type { MailSettings } from './mail-settings.js';

/** The one row of a tenant. Every change is told to all replicas. */
export interface MailSettingsRepository {
  find(tx: Tx): Promise<MailSettings | null>;
  save(tx: Tx, settings: MailSettings): Promise<void>;
  /** @returns false when there was none */
  delete(tx: Tx): Promise<boolean>;
}
