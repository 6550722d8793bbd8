import { supportedLocale, type Locale } from '../platform/locale/locale.js';
import type { Transact } from '../platform/transaction.js';
import {
  localesOf,
  textIn,
  type LegalDocument,
  type LegalDocumentKind,
  type LegalText,
  type LegalVersion,
} from './legal-document.js';
import type { LegalRepository } from './legal-repository.js';

/** Where and what to read; the newest version in a language that there is unless it says so. */
export interface WantedText {
  readonly kind: LegalDocumentKind;
  readonly versionId?: string | null;
  readonly number?: number | null;
  /** Language tags, most binding first. */
  readonly locales: readonly (string | null | undefined)[];
}

/** A text as the public reads it. */
export interface LastingText {
  readonly document: LegalDocument;
  readonly version: LegalVersion;
  readonly text: LegalText;
  /** Languages of this version. */
  readonly locales: readonly Locale[];
  /** Every version, newest first. */
  readonly versions: readonly LegalVersion[];
}

/** Versions that the lasting page lists; a text is hardly published more often. */
const mostVersions = 100;

/** Finds the text of a document; null for a version that it does not have. */
export const createFindLastingText =
  (transact: Transact, repository: LegalRepository) =>
  (
    tenantId: string,
    /** The document that the page of the host chose; without one the newest of the kind. */
    documentId: string | null,
    wanted: WantedText,
  ): Promise<LastingText | null> =>
    transact(tenantId, async (tx) => {
      const document = documentId
        ? await repository.find(tx, documentId)
        : await repository.findNewest(tx, wanted.kind);
      if (!document) return null;
      const all = { offset: 0, limit: mostVersions };
      const { items: versions } = await repository.listVersions(tx, document.id, all);
      const isWanted = ({ id, number }: LegalVersion): boolean =>
        (wanted.versionId == null || wanted.versionId === id) &&
        (wanted.number == null || wanted.number === number);
      const version = versions.find(isWanted);
      if (!version) return null;
      const text = textIn(version.texts, supportedLocale(...wanted.locales));
      return { document, version, text, versions, locales: localesOf(version.texts) };
    });
