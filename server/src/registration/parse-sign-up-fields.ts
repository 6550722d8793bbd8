import type { Locale } from '../platform/locale/locale.js';
import { parseLocalizedTexts, textIn } from '../platform/locale/localized-text.js';
import type { TypedLocalizedText, LocalizedText } from '../platform/locale/localized-text.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { builtInFields, isBuiltIn } from './built-in-fields.js';
import type { CustomFieldKind, FieldOption } from './field-kind.js';
import { blankField, mostFields, textMax, type FieldSetting } from './sign-up-field.js';

export interface FieldSettingInput {
  readonly key: string;
  readonly kind?: CustomFieldKind | null;
  readonly required?: boolean | null;
  readonly labels?: readonly TypedLocalizedText[] | null;
  readonly maxLength?: number | null;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly options?: readonly FieldOptionInput[] | null;
}

interface FieldOptionInput {
  readonly value: string;
  readonly labels: readonly TypedLocalizedText[];
}

export type FieldsFault =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'UNKNOWN_LOCALE'
  | 'DUPLICATE'
  | 'OUT_OF_RANGE'
  | 'TOO_MANY';

type Fault = InputFault<FieldsFault>;
type Collect = (...faults: readonly Fault[]) => void;

/** Shortest that a person can pick from, and longest that a page can show. */
const optionCount = { min: 1, max: 100 } as const;
/** Lower-case words with dashes: stable, and safe wherever it is used as a name. */
const keyPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const keyMax = 40;
const labelRule = { max: textMax };

/** Labels of something that is nothing without one in the page's own language. */
const parseLabels = (
  field: string,
  typed: readonly TypedLocalizedText[],
  locale: Locale | null,
  collect: Collect,
): readonly LocalizedText[] => {
  const { texts, faults } = parseLocalizedTexts(field, typed, labelRule);
  collect(...faults);
  if (locale !== null && faults.length === 0 && textIn(texts, locale) === null) {
    const message = `Write a label in the page's own language, ${locale}.`;
    collect(inputFault(field, 'REQUIRED', message));
  }
  return texts;
};

const parseOptions = (
  field: string,
  typed: readonly FieldOptionInput[],
  locale: Locale,
  collect: Collect,
): readonly FieldOption[] => {
  const { min, max } = optionCount;
  if (typed.length < min) collect(inputFault(field, 'REQUIRED', 'Name something to choose from.'));
  if (typed.length > max) {
    collect(inputFault(field, 'TOO_MANY', `Name at most ${max} things to choose from.`));
    return [];
  }
  return typed.map(({ value, labels }, index) => {
    const at = `${field}.${index}`;
    if (!isKey(value)) collect(inputFault(`${at}.value`, 'INVALID_TEXT', keyAdvice));
    else if (typed.slice(0, index).some((other) => other.value === value)) {
      collect(inputFault(`${at}.value`, 'DUPLICATE', 'Each value may stand here once.'));
    }
    return { value, labels: parseLabels(`${at}.labels`, labels, locale, collect) };
  });
};

const isKey = (typed: string): boolean => typed.length <= keyMax && keyPattern.test(typed);

const keyAdvice = `Use at most ${keyMax} small letters, digits and single dashes, a letter first.`;

const parseCustom = (
  at: string,
  input: FieldSettingInput,
  locale: Locale,
  collect: Collect,
): FieldSetting => {
  const kind = input.kind ?? 'TEXT';
  if (!isKey(input.key)) collect(inputFault(`${at}.key`, 'INVALID_TEXT', keyAdvice));
  const maxLength = input.maxLength ?? textMax;
  if (kind === 'TEXT' && (maxLength < 1 || maxLength > textMax)) {
    collect(inputFault(`${at}.maxLength`, 'OUT_OF_RANGE', `Choose 1 to ${textMax} characters.`));
  }
  const [min, max] = kind === 'NUMBER' ? [input.min ?? null, input.max ?? null] : [null, null];
  if (min !== null && max !== null && min > max) {
    collect(inputFault(`${at}.max`, 'OUT_OF_RANGE', 'Choose at least the smallest number.'));
  }
  return {
    ...blankField(input.key, kind, input.required ?? false),
    labels: parseLabels(`${at}.labels`, input.labels ?? [], locale, collect),
    maxLength: kind === 'TEXT' ? maxLength : textMax,
    min,
    max,
    options:
      kind === 'CHOICE' ? parseOptions(`${at}.options`, input.options ?? [], locale, collect) : [],
  };
};

/** The fields of a page after its administrator's input; all faults at once. */
export const parseSignUpFields = (
  typed: readonly FieldSettingInput[],
  locale: Locale,
): Result<readonly FieldSetting[], readonly Fault[]> => {
  const faults: Fault[] = [];
  const collect: Collect = (...found) => void faults.push(...found);
  if (typed.length > mostFields) {
    const message = `A page has at most ${mostFields} fields.`;
    return fail([inputFault('signUpFields', 'TOO_MANY', message)]);
  }
  for (const key of ['email', 'password']) {
    if (typed.some((field) => field.key === key)) continue;
    const message = 'Nobody can sign up without e-mail address and password: keep both fields.';
    collect(inputFault('signUpFields', 'REQUIRED', message));
  }
  const fields = typed.map((input, index): FieldSetting => {
    const at = `signUpFields.${index}`;
    const { key } = input;
    if (typed.slice(0, index).some((other) => other.key === key)) {
      collect(inputFault(`${at}.key`, 'DUPLICATE', 'Each field may stand here once.'));
    }
    if (!isBuiltIn(key)) return parseCustom(at, input, locale, collect);
    const { kind, alwaysRequired } = builtInFields[key];
    return {
      ...blankField(key, kind, alwaysRequired || (input.required ?? false)),
      labels: parseLabels(`${at}.labels`, input.labels ?? [], null, collect),
    };
  });
  return faults.length > 0 ? fail(faults) : ok(fields);
};
