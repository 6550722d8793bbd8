import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { InviteCode } from './invite-code.js';

export interface InviteCodeRepository {
  find(tx: Tx, id: string): Promise<InviteCode | null>;
  /** By the hash of the code; of this page only. */
  findByHash(tx: Tx, selfRegistrationId: string, codeHash: Buffer): Promise<InviteCode | null>;
  /** Nobody else takes a place of it until the transaction ends. */
  lock(tx: Tx, id: string): Promise<void>;
  /** Newest first. */
  list(
    tx: Tx,
    selfRegistrationId: string,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<InviteCode>>;
  /** @returns false when the page has as many as it may have */
  insert(tx: Tx, code: InviteCode, codeHash: Buffer, most: number): Promise<boolean>;
  /** One more person has an account by it. */
  use(tx: Tx, id: string): Promise<void>;
  /** What was revoked before stays as it is. */
  revoke(tx: Tx, id: string, now: Date): Promise<void>;
  delete(tx: Tx, id: string): Promise<void>;
}
