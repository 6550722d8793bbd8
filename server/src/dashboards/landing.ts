import type { Tx } from '../platform/transaction.js';

/** What somebody sees after signing in. */
export interface Landing {
  readonly dashboardId: string;
  /** Presentation, not a permission. */
  readonly alwaysFullscreen: boolean;
}

export interface LandingRepository {
  /** Null: Home. */
  find(tx: Tx, userId: string): Promise<Landing | null>;
  /** By the id of the person; who lands on Home is missing. */
  findMany(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, Landing>>;
  /** Null: Home. */
  replace(tx: Tx, userId: string, landing: Landing | null): Promise<void>;
  /** Nothing happens when the dashboard is gone: the person lands on Home. */
  give(tx: Tx, userId: string, landing: Landing): Promise<void>;
}
