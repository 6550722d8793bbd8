import type { Tx } from '../platform/transaction.js';
import type { EntityType } from './entity-group.js';

/** What changes when an entity gets another owner. */
export interface OwnerChanges {
  /** Nobody else moves customers of the tenant until the transaction ends. */
  lockTree(tx: Tx): Promise<void>;
  nameOf(tx: Tx, type: EntityType, id: string): Promise<string>;
  /** @returns false when the new owner has one of this name, or a user of this address */
  setOwner(tx: Tx, type: EntityType, id: string, customerId: string | null): Promise<boolean>;
  /** Those of the groups that these customers do not own. */
  groupsNotOwnedBy(
    tx: Tx,
    groupIds: readonly string[],
    customerIds: readonly string[],
  ): Promise<string[]>;
  /**
   * Takes the entity, and with a customer all below it, out of the groups of these customers: a
   * group holds only what stands below its owner.
   */
  leaveGroupsOf(
    tx: Tx,
    type: EntityType,
    id: string,
    customerIds: readonly string[],
  ): Promise<void>;
}
