import { createHash } from 'node:crypto';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { isLocale, locales, type Locale } from '../platform/locale/locale.js';
import { fail, ok, type Result } from '../platform/result.js';
import { isEmptyRichText, sanitiseRichText } from '../platform/rich-text/sanitise-rich-text.js';
import { isAtMost } from '../platform/text.js';
import type { LegalText } from './legal-document.js';

export interface TypedLegalText {
  readonly locale: string;
  readonly html: string;
}

type TextsFault = 'REQUIRED' | 'TOO_LONG' | 'INVALID_TEXT' | 'UNKNOWN_LOCALE' | 'DUPLICATE';

/** Code points of HTML for each language: a long policy has about 30,000. */
const legalTextMax = 60_000;

/** Tabs and line breaks are fine in HTML; NUL, other controls and lone surrogates are not. */
const hasOddCharacters = (html: string): boolean =>
  /[\p{Cs}\p{Cc}]/u.test(html.replace(/[\t\r\n]/g, ''));

const faultOf = (
  { locale, html }: TypedLegalText,
  others: readonly TypedLegalText[],
): readonly [where: string, code: TextsFault, message: string] | null => {
  if (!isLocale(locale))
    return ['locale', 'UNKNOWN_LOCALE', `Choose one of ${locales.join(', ')}.`];
  if (others.some((other) => other.locale === locale))
    return ['locale', 'DUPLICATE', 'Give one text for each language.'];
  if (!isAtMost(html, legalTextMax)) {
    const most = legalTextMax.toLocaleString('en');
    return ['html', 'TOO_LONG', `Use at most ${most} characters, tags included.`];
  }
  if (hasOddCharacters(html))
    return ['html', 'INVALID_TEXT', 'Remove characters that can not be shown.'];
  if (isEmptyRichText(sanitiseRichText(html)))
    return ['html', 'REQUIRED', 'Write a text, or leave this language out.'];
  return null;
};

const sha256Of = (html: string): string => createHash('sha256').update(html).digest('hex');

/** Sanitises what was typed; all faults at once. */
export const parseLegalTexts = (
  typed: readonly TypedLegalText[],
): Result<LegalText[], InputFault<TextsFault>[]> => {
  if (typed.length === 0)
    return fail([inputFault('texts', 'REQUIRED', 'Write a text in at least one language.')]);
  const faults = typed.flatMap((text, index) => {
    const fault = faultOf(text, typed.slice(0, index));
    return fault ? [inputFault(`texts.${index}.${fault[0]}`, fault[1], fault[2])] : [];
  });
  if (faults.length > 0) return fail(faults);
  return ok(
    typed.map(({ locale, html }) => {
      const clean = sanitiseRichText(html);
      return { locale: locale as Locale, html: clean, sha256: sha256Of(clean) };
    }),
  );
};

/** Whether two versions read the same in every language. */
export const areSameTexts = (some: readonly LegalText[], others: readonly LegalText[]): boolean =>
  some.length === others.length &&
  some.every(({ locale, sha256 }) =>
    others.some((other) => other.locale === locale && other.sha256 === sha256),
  );
