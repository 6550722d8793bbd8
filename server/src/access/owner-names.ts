import type { Tx } from '../platform/transaction.js';
import type { Principal } from './principal.js';

/** What owners are called. */
export interface OwnerNames {
  /** Titles of those customers that the principal may read, and of the own one. */
  ofCustomers(
    tx: Tx,
    principal: Principal,
    customerIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  ofTenant(tx: Tx): Promise<string>;
}

/** Titles are e-mail addresses of registrants: who may not see a customer does not learn its title. */
export const hiddenOwner = 'Another customer';
