import { inputFault, type InputFault } from '../platform/input-fault.js';
import {
  parseLocalizedTexts,
  type LocalizedText,
  type LocalizedTextFault,
  type TypedLocalizedText,
} from '../platform/locale/localized-text.js';
import type { Locale } from '../platform/locale/locale.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice } from '../platform/text.js';

/** Code points for each language; enforced by server, form and database. */
const rule = { max: 200, multiline: true } as const;

/** Absent keeps, null clears. */
export interface WelcomeInput {
  readonly locale?: string;
  /** In the page's own language. */
  readonly welcomeText?: string | null;
  /** All languages at once. */
  readonly welcomeTexts?: readonly TypedLocalizedText[] | null;
}

/** The texts after an input; all faults at once. */
export const parseWelcome = (
  saved: readonly LocalizedText[],
  input: WelcomeInput,
  locale: Locale,
): Result<readonly LocalizedText[], InputFault<LocalizedTextFault>[]> => {
  const all =
    input.welcomeTexts === undefined
      ? { texts: saved, faults: [] }
      : parseLocalizedTexts('welcomeTexts', input.welcomeTexts ?? [], rule);
  if (input.welcomeText === undefined) {
    return all.faults.length > 0 ? fail([...all.faults]) : ok(all.texts);
  }
  const own = parseText(input.welcomeText, rule);
  if (!own.ok) {
    const advice = textAdvice(own.failure, rule);
    return fail([inputFault('welcomeText', own.failure, advice), ...all.faults]);
  }
  if (all.faults.length > 0) return fail([...all.faults]);
  const others = all.texts.filter((text) => text.locale !== locale);
  return ok(own.value === null ? others : [{ locale, text: own.value }, ...others]);
};
