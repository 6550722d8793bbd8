import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { VersionSettings } from './version-settings.js';

/** One save of a sign-up page; it never changes. */
export interface SelfRegistrationVersion {
  readonly selfRegistrationId: string;
  readonly revision: number;
  readonly savedAt: Date;
  /** Name of the administrator; null for a page from before versions were kept. */
  readonly savedBy: string | null;
  /** The revision that this save restored. */
  readonly restoredFrom: number | null;
  readonly settings: VersionSettings;
}

export interface SelfRegistrationVersionRepository {
  /** Does nothing when the version is there. */
  insert(tx: Tx, version: SelfRegistrationVersion): Promise<void>;
  find(
    tx: Tx,
    selfRegistrationId: string,
    revision: number,
  ): Promise<SelfRegistrationVersion | null>;
  /** Newest first. */
  list(
    tx: Tx,
    selfRegistrationId: string,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<SelfRegistrationVersion>>;
}
