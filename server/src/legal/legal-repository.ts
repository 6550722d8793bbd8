import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { LegalDocument, LegalDocumentKind, LegalVersion } from './legal-document.js';

export interface LegalRepository {
  find(tx: Tx, id: string): Promise<LegalDocument | null>;
  findMany(tx: Tx, ids: readonly string[]): Promise<LegalDocument[]>;
  /** Keeps others from publishing a version of it until the transaction ends. */
  lock(tx: Tx, id: string): Promise<void>;
  /** The one that got a version last. */
  findNewest(tx: Tx, kind: LegalDocumentKind): Promise<LegalDocument | null>;
  /** By name. */
  list(
    tx: Tx,
    kind: LegalDocumentKind | null,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<LegalDocument>>;
  /** @returns false when another of the kind has the name */
  insert(tx: Tx, document: LegalDocument): Promise<boolean>;
  insertVersion(tx: Tx, version: LegalVersion): Promise<void>;
  /** Newest first. */
  listVersions(
    tx: Tx,
    documentId: string,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<LegalVersion>>;
  findVersions(tx: Tx, ids: readonly string[]): Promise<LegalVersion[]>;
  /** @returns what still uses it when it can't go */
  delete(tx: Tx, id: string): Promise<'deleted' | 'in-use'>;
}
