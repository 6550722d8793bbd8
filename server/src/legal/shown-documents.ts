import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Locale } from '../platform/locale/locale.js';
import type { GivenConsent } from './consent.js';
import { localesOf, type LegalDocument, type LegalDocumentKind } from './legal-document.js';
import { labelOf, slugOf } from './legal-words.js';

/** What a sign-up page shows of a document: a box to tick in each language of its text. */
export interface ShownDocument {
  readonly kind: LegalDocumentKind;
  readonly versionId: string;
  readonly number: number;
  /** Path of the lasting page of exactly this version. */
  readonly path: string;
  readonly texts: readonly { readonly locale: Locale; readonly label: string }[];
}

export const toShownDocument = ({ kind, currentVersion }: LegalDocument): ShownDocument => ({
  kind,
  versionId: currentVersion.id,
  number: currentVersion.number,
  path: `/legal/${slugOf[kind]}?version=${currentVersion.number}`,
  texts: localesOf(currentVersion.texts).map((locale) => ({
    locale,
    label: labelOf(kind, locale),
  })),
});

/** A document that has to be accepted, in the version that is current now. */
export interface ConsentFault extends InputFault<'CONSENT_OUTDATED'> {
  readonly currentDocument: ShownDocument;
}

/** Keeps what was accepted of the documents that are shown; the rest is told, document by document. */
export const checkConsents = (
  shown: readonly ShownDocument[],
  given: readonly GivenConsent[],
): Result<GivenConsent[], ConsentFault[]> => {
  const accepted = shown.map((document) =>
    given.find(
      ({ versionId, locale }) =>
        versionId === document.versionId && document.texts.some((text) => text.locale === locale),
    ),
  );
  const open = shown.filter((_document, index) => !accepted[index]);
  if (open.length === 0) return ok(accepted.filter((consent) => consent !== undefined));
  return fail(
    open.map((document) => ({
      ...inputFault('consents', 'CONSENT_OUTDATED', 'Read and accept the current version.'),
      currentDocument: document,
    })),
  );
};
