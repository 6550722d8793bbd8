import { LOCALES, type Locale } from '../appearance-store';

/** A short text in every language of the product; empty where nobody wrote one. */
export type LocalizedTexts = Record<Locale, string>;

type Texts = readonly { locale: string; text: string }[];

export function toLocalizedTexts(saved: Texts = []): LocalizedTexts {
  const textIn = (locale: Locale) => saved.find((one) => one.locale === locale)?.text ?? '';
  return Object.fromEntries(LOCALES.map((locale) => [locale, textIn(locale)])) as LocalizedTexts;
}

/** As the API takes them; a language without a text is left out. */
export function toTextsInput(texts: LocalizedTexts): { locale: Locale; text: string }[] {
  return LOCALES.map((locale) => ({ locale, text: texts[locale].trim() })).filter(
    ({ text }) => text,
  );
}

/** The text in a language, else in any. */
export function anyText(texts: LocalizedTexts, locale: Locale): string {
  return texts[locale].trim() || LOCALES.map((one) => texts[one].trim()).find(Boolean) || '';
}
