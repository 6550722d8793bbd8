import { locales, type Locale } from '../platform/locale/locale.js';

export type LegalDocumentKind = 'PRIVACY_POLICY' | 'TERMS_OF_USE';

/** One language of a version. */
export interface LegalText {
  readonly locale: Locale;
  /** Sanitised. */
  readonly html: string;
  /** Of the HTML's UTF-8 bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** What was published at once, in one language or several. It never changes. */
export interface LegalVersion {
  readonly id: string;
  readonly documentId: string;
  /** From 1; the highest is the current one. */
  readonly number: number;
  readonly texts: readonly LegalText[];
  /** From then on people who were asked can't go on without accepting it; null: nobody is asked. */
  readonly requiredFrom: Date | null;
  readonly publishedAt: Date;
  /** Name of the administrator. */
  readonly publishedBy: string;
}

/** A privacy policy or terms of use; there is always a current version. */
export interface LegalDocument {
  readonly id: string;
  readonly kind: LegalDocumentKind;
  /** For administrators, who may have one for each brand. */
  readonly name: string;
  readonly createdAt: Date;
  readonly currentVersion: LegalVersion;
}

/** The text in a language, in English when it is not there, else in any. */
export const textIn = (texts: readonly LegalText[], locale: Locale): LegalText => {
  const inLocale = (wanted: Locale) => texts.find((text) => text.locale === wanted);
  const found = inLocale(locale) ?? inLocale('en') ?? texts[0];
  if (!found) throw new Error('A version of a legal document without a text.');
  return found;
};

/** Languages that a version has, in the order of the product's. */
export const localesOf = (texts: readonly LegalText[]): Locale[] =>
  locales.filter((locale) => texts.some((text) => text.locale === locale));
