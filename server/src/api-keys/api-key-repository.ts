import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { ApiKey } from './api-key.js';

/** The keys of a tenant. */
export interface ApiKeyRepository {
  find(tx: Tx, id: string): Promise<ApiKey | null>;
  findBySecret(tx: Tx, secretHash: Buffer): Promise<ApiKey | null>;
  /** Newest first. */
  list(tx: Tx, page: { offset: number; limit: number }): Promise<OffsetPage<ApiKey>>;
  insert(
    tx: Tx,
    key: ApiKey,
    secretHash: Buffer,
    most: number,
  ): Promise<'inserted' | 'name-taken' | 'too-many'>;
  delete(tx: Tx, id: string): Promise<void>;
  touch(tx: Tx, id: string, at: Date): Promise<void>;
}
