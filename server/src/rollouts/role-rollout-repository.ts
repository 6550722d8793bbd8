import type { Tx } from '../platform/transaction.js';
import type { RoleRollout, RolloutStop } from './role-rollout.js';

export interface RoleRolloutRepository {
  /** @returns false while another one of the page runs */
  insert(tx: Tx, rollout: RoleRollout): Promise<boolean>;
  /** The newest of each page. */
  findLatest(tx: Tx, selfRegistrationIds: readonly string[]): Promise<RoleRollout[]>;
  /** Nobody else goes on with it until the transaction ends; null unless it runs. */
  lockRunning(tx: Tx, id: string): Promise<RoleRollout | null>;
  /** The same of a page. */
  lockRunningOf(tx: Tx, selfRegistrationId: string): Promise<RoleRollout | null>;
  addDone(tx: Tx, id: string, count: number): Promise<void>;
  addFailed(tx: Tx, id: string, userGroupId: string): Promise<void>;
  /** @param stop null when everybody has the roles */
  end(
    tx: Tx,
    id: string,
    at: Date,
    stop: { readonly reason: RolloutStop; readonly detail: string | null } | null,
  ): Promise<void>;
}
