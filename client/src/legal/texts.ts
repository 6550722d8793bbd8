import type { LegalDocumentFieldsFragment, LegalDocumentKind } from '../generated/graphql';
import { LOCALES, type Locale } from '../ui/appearance-store';

/** Days that existing users can be given; the API enforces the same. */
export const GRACE = { min: 0, max: 90 };

/** What the dialog of a text edits. */
export interface TextForm {
  name: string;
  html: Record<Locale, string>;
  ask: boolean;
  graceDays: number;
  /** Whether those who are asked are told by mail, too. */
  mail: boolean;
}

export type DocumentFields = LegalDocumentFieldsFragment;
export type DocumentKind = LegalDocumentKind;

type Texts = readonly { locale: string; html: string }[];

export const htmlOf = (texts: Texts, locale: string): string =>
  texts.find((text) => text.locale === locale)?.html ?? '';

/** The one in the language, else in English, else the first. */
export const textFor = <Text extends { locale: string }>(
  texts: readonly Text[],
  locale: string,
): Text | undefined =>
  texts.find((text) => text.locale === locale) ??
  texts.find((text) => text.locale === 'en') ??
  texts[0];

export const toTextForm = (document: DocumentFields | undefined): TextForm => {
  const texts = document?.currentVersion.texts ?? [];
  return {
    name: document?.name ?? '',
    html: Object.fromEntries(LOCALES.map((locale) => [locale, htmlOf(texts, locale)])) as Record<
      Locale,
      string
    >,
    ask: false,
    graceDays: 30,
    mail: true,
  };
};

/** The texts as the API takes them; a language without one is left out. */
export const toTexts = ({ html }: TextForm): { locale: Locale; html: string }[] =>
  LOCALES.filter((locale) => html[locale]).map((locale) => ({ locale, html: html[locale] }));

/** The end of the key `legal.editor.…` that says what is missing. */
export function findTextFault(form: TextForm, document: DocumentFields | undefined) {
  if (!document && !form.name.trim()) return 'enterName';
  const texts = toTexts(form);
  if (texts.length === 0) return 'enterText';
  const before = toTextForm(document).html;
  if (document && LOCALES.every((locale) => form.html[locale] === before[locale])) {
    return 'unchanged';
  }
  const { graceDays } = form;
  const inRange = Number.isInteger(graceDays) && graceDays >= GRACE.min && graceDays <= GRACE.max;
  return document && form.ask && !inRange ? 'graceOutOfRange' : undefined;
}
