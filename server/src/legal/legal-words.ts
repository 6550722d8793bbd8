import type { Locale } from '../platform/locale/locale.js';
import { textsIn, type Texts } from '../platform/locale/texts.js';
import type { LegalDocumentKind } from './legal-document.js';

type Words = Texts<Readonly<Record<LegalDocumentKind, string>>>;

const titles: Words = {
  en: { PRIVACY_POLICY: 'Privacy policy', TERMS_OF_USE: 'Terms of use' },
  de: { PRIVACY_POLICY: 'Datenschutzerklärung', TERMS_OF_USE: 'Nutzungsbedingungen' },
};

/** A consent records the wording that was shown, so a change here reaches new consents only. */
const labels: Words = {
  en: {
    PRIVACY_POLICY: 'I have read and accept the privacy policy',
    TERMS_OF_USE: 'I accept the terms of use',
  },
  de: {
    PRIVACY_POLICY: 'Ich habe die Datenschutzerklärung gelesen und stimme ihr zu',
    TERMS_OF_USE: 'Ich akzeptiere die Nutzungsbedingungen',
  },
};

export const titleOf = (kind: LegalDocumentKind, locale: Locale): string =>
  textsIn(titles, locale)[kind];

/** The wording of the box to tick. */
export const labelOf = (kind: LegalDocumentKind, locale: Locale): string =>
  textsIn(labels, locale)[kind];

/** Last part of the address of the lasting page. */
export const slugOf: Readonly<Record<LegalDocumentKind, string>> = {
  PRIVACY_POLICY: 'privacy',
  TERMS_OF_USE: 'terms',
};
