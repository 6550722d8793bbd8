import { inputFault, type InputFault } from './input-fault.js';
import { fail, ok, type Result } from './result.js';

export type TextFault = 'REQUIRED' | 'TOO_LONG' | 'INVALID_TEXT';

export interface TextRule {
  /** Most code points after trimming. */
  readonly max: number;
  /** Whether an empty text is a fault; otherwise it means «none». */
  readonly required?: boolean;
  /** Whether line breaks may stay; they are stored as `\n`. */
  readonly multiline?: boolean;
}

/**
 * A text as a person types it, trimmed. Kept as typed otherwise: no Unicode normalisation.
 * Refused: control characters (NUL among them), line breaks in a single line, lone surrogates.
 */
export function parseText(
  value: string | null | undefined,
  rule: TextRule & { readonly required: true },
): Result<string, TextFault>;
export function parseText(
  value: string | null | undefined,
  rule: TextRule,
): Result<string | null, TextFault>;
export function parseText(
  value: string | null | undefined,
  { max, required = false, multiline = false }: TextRule,
): Result<string | null, TextFault> {
  const text = (value ?? '').replaceAll('\r\n', '\n').trim();
  if (text === '') return required ? fail('REQUIRED') : ok(null);
  if (!isPlainText(multiline ? text.replaceAll('\n', '') : text)) return fail('INVALID_TEXT');
  return isAtMost(text, max) ? ok(text) : fail('TOO_LONG');
}

/** What to do about a fault, in English. */
export const textAdvice = (fault: TextFault, { max }: TextRule): string =>
  ({
    REQUIRED: 'Fill this in.',
    TOO_LONG: `Use at most ${max.toLocaleString('en')} characters.`,
    INVALID_TEXT: 'Remove line breaks and characters that can not be shown.',
  })[fault];

/** Whether a text has no control characters, line breaks or lone surrogates. */
export const isPlainText = (text: string): boolean => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);

/** Whether a text has at most so many code points; stops counting there. */
export const isAtMost = (text: string, max: number): boolean => {
  if (text.length <= max) return true;
  if (text.length > 2 * max) return false;
  return [...text].length <= max;
};

/** The fault at a field of the input, if there is one. */
export const textFaults = (
  field: string,
  parsed: Result<unknown, TextFault>,
  rule: TextRule,
): InputFault<TextFault>[] =>
  parsed.ok ? [] : [inputFault(field, parsed.failure, textAdvice(parsed.failure, rule))];
