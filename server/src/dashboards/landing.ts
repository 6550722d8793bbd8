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
  /** Nothing happens when the dashboard is gone: the person lands on Home. */
  give(tx: Tx, userId: string, landing: Landing): Promise<void>;
}
