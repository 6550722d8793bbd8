import type { Tx } from '../platform/transaction.js';

/** The user group that registrants of one customer are in. */
export interface RegistrantGroup {
  readonly userGroupId: string;
  readonly customerId: string;
  /** What it holds, as one value: who holds the same has the same one. */
  readonly grantsHeld: string;
}

/** Which page a customer's registrants came from, and who of them holds other roles than it gives. */
export interface RegistrantGroups {
  add(tx: Tx, userGroupId: string, selfRegistrationId: string): Promise<void>;
  /** What the page gives now, as one value to compare with. */
  promisedBy(tx: Tx, selfRegistrationId: string): Promise<string>;
  /** How many groups of each page hold something else than it gives, counted up to 10,000. */
  countDrifted(
    tx: Tx,
    selfRegistrationIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
  /** The same of one page, all of them. */
  countAllDrifted(tx: Tx, selfRegistrationId: string): Promise<number>;
  /** Groups that hold the same stand together. */
  listDrifted(
    tx: Tx,
    selfRegistrationId: string,
    first: number,
    from: { readonly after?: DriftPosition | null; readonly except?: readonly string[] },
  ): Promise<RegistrantGroup[]>;
}

/** Where a page of a list of differences ended. */
export type DriftPosition = Pick<RegistrantGroup, 'grantsHeld' | 'userGroupId'>;
