import type { UserError } from '../../api/operations.js';
import { toFault, type Fault } from '../../fault.js';
import type { SignUpLegalDocument } from '../../page-config.js';
import type { State } from '../../state.js';

/** Name of the field of a document's box. */
export const consentField = ({ kind }: Pick<SignUpLegalDocument, 'kind'>) => `consent-${kind}`;

/** What is shown of a document: in the person's language if it is there. */
export function textOf({ texts }: SignUpLegalDocument, locale: string) {
  const text = texts.find((one) => one.locale === locale) ?? texts[0];
  if (!text) throw new Error('A legal document without a text');
  return text;
}

type Consents = Pick<State, 'documents' | 'accepted' | 'locale'>;

/** Only a text that was ticked in the language in which it is shown counts as accepted. */
export function isAccepted(document: SignUpLegalDocument, { accepted, locale }: Consents): boolean {
  return accepted[document.versionId] === textOf(document, locale).locale;
}

export function findConsentFaults(state: Consents): Fault[] {
  return state.documents
    .filter((document) => !isAccepted(document, state))
    .map((document) => ({ field: consentField(document), code: 'CONSENT_MISSING' }));
}

/** The consents as the API takes them. */
export function toConsents({ documents, locale }: Consents) {
  return documents.map((document) => ({
    versionId: document.versionId,
    locale: textOf(document, locale).locale,
  }));
}

/** Faults of the server; those of a consent stand at the box of their document. */
export function toFaults(errors: UserError[]): Fault[] {
  return errors.map((error) =>
    error.currentDocument
      ? { ...toFault(error), field: consentField(error.currentDocument) }
      : toFault(error),
  );
}

/** The documents with those in place that were published since; a new one comes last. */
export function withCurrent(
  documents: SignUpLegalDocument[],
  errors: UserError[],
): SignUpLegalDocument[] {
  const current = errors.flatMap(({ currentDocument }) => currentDocument ?? []);
  const kept = documents.map(
    (document) => current.find(({ kind }) => kind === document.kind) ?? document,
  );
  return [...kept, ...current.filter((document) => !kept.includes(document))];
}
