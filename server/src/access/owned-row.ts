import type { Tx } from '../platform/transaction.js';
import type { Operation, Resource } from './permission-matrix.js';
import type { OwnerChain } from './owner-chain.js';
import type { Principal } from './principal.js';
import type { Viewer } from './viewer.js';

/** A row with its owner; null for the tenant, and of a customer it is the parent. */
export interface OwnedRow {
  readonly id: string;
  readonly ownerCustomerId: string | null;
  /** What nobody can do with this very row. */
  readonly withheld?: readonly Operation[];
}

/** Decisions about rows of the database: looks up what they need in one statement at most. */
export interface Ownership {
  /** The owner chain of a customer, null for the tenant; null when there is no such customer. */
  chainOf(tx: Tx, customerId: string | null): Promise<OwnerChain | null>;
  /**
   * Who shall own what is about to be created. Absent: the viewer's own customer, or the tenant.
   * @returns null when the viewer can't know of that owner: answer NOT_FOUND at its field
   */
  chooseOwner(
    tx: Tx,
    principal: Principal,
    requested: string | null | undefined,
  ): Promise<OwnerChain | null>;
  /** `viewerCan` of a page of rows, by their id. */
  operationsOn(
    tx: Tx,
    principal: Principal,
    resource: Resource,
    rows: readonly OwnedRow[],
  ): Promise<ReadonlyMap<string, readonly Operation[]>>;
  /** @throws FORBIDDEN with the name of the missing permission; only for what the viewer may see */
  requireMay(
    tx: Tx,
    viewer: Viewer,
    operation: Operation,
    resource: Resource,
    row: OwnedRow,
  ): Promise<void>;
}
