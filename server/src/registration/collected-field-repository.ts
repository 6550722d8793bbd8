import type { Tx } from '../platform/transaction.js';
import type { CollectedField } from './collected-field.js';

/** The registrant, and the customer that was made with them. */
export interface Registrant {
  readonly customerId: string;
  readonly userId: string;
}

/** What was entered in custom fields; it stays when the registration is deleted. */
export interface CollectedFieldRepository {
  /** Nothing is kept of nothing. */
  insert(tx: Tx, registrant: Registrant, fields: readonly CollectedField[]): Promise<void>;
  /** By the id of what was asked for. */
  find(
    tx: Tx,
    by: keyof Registrant,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CollectedField[]>>;
}
