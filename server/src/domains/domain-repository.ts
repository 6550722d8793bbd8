import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { Domain } from './domain.js';

export interface DomainRepository {
  find(tx: Tx, id: string): Promise<Domain | null>;
  findMany(tx: Tx, ids: readonly string[]): Promise<Domain[]>;
  list(
    tx: Tx,
    search: string | null,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<Domain>>;
  /** @returns `host-taken` when the host is in use, by whomever */
  insert(tx: Tx, domain: Domain): Promise<'inserted' | 'host-taken' | 'no-tenant'>;
  /** @returns what still uses it when it can't go */
  delete(tx: Tx, id: string): Promise<'deleted' | 'in-use'>;
}
