import type { Tx } from '../platform/transaction.js';
import type { LegalDocumentKind } from './legal-document.js';

/** Somebody whom a version asks. */
export interface AskedUser {
  readonly id: string;
  readonly email: string;
  readonly locale: string | null;
}

/** Whom a version of a document asks: customers' users who ever accepted it, or none of its kind. */
export interface AskedUsers {
  /** Up to the limit of counting. */
  count(
    tx: Tx,
    document: { readonly id: string; readonly kind: LegalDocumentKind },
  ): Promise<number>;
  /** Those who have neither accepted the version nor been told of it, by id. */
  untold(
    tx: Tx,
    version: {
      readonly id: string;
      readonly documentId: string;
      readonly kind: LegalDocumentKind;
      readonly publishedAt: Date;
    },
    from: { readonly afterId: string | null; readonly onlyId: string | null },
    limit: number,
  ): Promise<AskedUser[]>;
}
