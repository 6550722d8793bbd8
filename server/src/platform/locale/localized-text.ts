import { inputFault, type InputFault } from '../input-fault.js';
import { parseText, textAdvice, type TextFault, type TextRule } from '../text.js';
import { isLocale, locales, type Locale } from './locale.js';

/** A short text that people write in several languages, in one of them. */
export interface LocalizedText {
  readonly locale: Locale;
  readonly text: string;
}

export interface TypedLocalizedText {
  readonly locale: string;
  readonly text: string;
}

export type LocalizedTextFault = TextFault | 'UNKNOWN_LOCALE' | 'DUPLICATE';

interface ParsedTexts {
  /** Sound ones; blank ones are left out. */
  readonly texts: readonly LocalizedText[];
  readonly faults: readonly InputFault<LocalizedTextFault>[];
}

/**
 * Texts of a form, each language once.
 * @param field path of the list below `input`
 */
export const parseLocalizedTexts = (
  field: string,
  typed: readonly TypedLocalizedText[],
  rule: TextRule,
): ParsedTexts => {
  const texts: LocalizedText[] = [];
  const faults: InputFault<LocalizedTextFault>[] = [];
  for (const [index, { locale, text }] of typed.entries()) {
    const at = `${field}.${index}`;
    const parsed = parseText(text, rule);
    if (!isLocale(locale)) {
      const message = `Choose one of ${locales.join(', ')}.`;
      faults.push(inputFault(`${at}.locale`, 'UNKNOWN_LOCALE', message));
    } else if (typed.slice(0, index).some((other) => other.locale === locale)) {
      faults.push(inputFault(`${at}.locale`, 'DUPLICATE', 'Give one text for each language.'));
    } else if (!parsed.ok) {
      faults.push(inputFault(`${at}.text`, parsed.failure, textAdvice(parsed.failure, rule)));
    } else if (parsed.value !== null) {
      texts.push({ locale, text: parsed.value });
    }
  }
  return { texts, faults };
};

/** The text in a language, null without one. */
export const textIn = (texts: readonly LocalizedText[], locale: Locale): string | null =>
  texts.find((text) => text.locale === locale)?.text ?? null;
