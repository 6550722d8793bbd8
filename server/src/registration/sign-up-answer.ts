import { countryCodes } from '../customers/index.js';
import { isPhoneNumber } from '../identity/index.js';
import type { Locale } from '../platform/locale/locale.js';
import { textIn } from '../platform/locale/localized-text.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice, type TextFault } from '../platform/text.js';
import type { CollectedField } from './collected-field.js';
import { labelOf, type FieldSetting } from './sign-up-field.js';

export type AnswerFault =
  TextFault | 'INVALID_PHONE' | 'INVALID_NUMBER' | 'INVALID_CHOICE' | 'OUT_OF_RANGE';

interface Refusal {
  readonly code: AnswerFault;
  /** What to do, in English. */
  readonly message: string;
}

type Checked = Result<Pick<CollectedField, 'value' | 'valueLabel'>, Refusal>;

const plain = (value: string): Checked => ok({ value, valueLabel: null });
const refuse = (code: AnswerFault, message: string): Checked => fail({ code, message });

const checkNumber = ({ min, max }: FieldSetting, typed: string): Checked => {
  const value = typed.replace(',', '.');
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(value)) {
    return refuse('INVALID_NUMBER', 'Enter a number, such as 12 or 1.5.');
  }
  const isTooSmall = min !== null && Number(value) < min;
  const isTooLarge = max !== null && Number(value) > max;
  if (!isTooSmall && !isTooLarge) return plain(value);
  const bound = isTooSmall ? `at least ${min}` : `at most ${max}`;
  return refuse('OUT_OF_RANGE', `Enter a number of ${bound}.`);
};

const checkChoice = ({ options }: FieldSetting, typed: string, locale: Locale): Checked => {
  const option = options.find(({ value }) => value === typed);
  if (!option) return refuse('INVALID_CHOICE', 'Choose one of the list.');
  return ok({ value: typed, valueLabel: textIn(option.labels, locale) ?? typed });
};

const check = (setting: FieldSetting, typed: string, locale: Locale): Checked => {
  switch (setting.kind) {
    case 'NUMBER':
      return checkNumber(setting, typed);
    case 'CHOICE':
      return checkChoice(setting, typed, locale);
    case 'COUNTRY':
      return countryCodes.includes(typed)
        ? plain(typed)
        : refuse('INVALID_CHOICE', 'Choose one of the list.');
    case 'CHECKBOX':
      return typed === 'true' || typed === 'false'
        ? plain(typed)
        : refuse('INVALID_CHOICE', 'Send true or false.');
    case 'PHONE':
      return isPhoneNumber(typed)
        ? plain(typed)
        : refuse('INVALID_PHONE', 'Enter a phone number, such as +49 30 1234567.');
    default:
      return plain(typed);
  }
};

/**
 * What a person entered in a field that holds no secret and no address to prove.
 * @param locale the page's own language
 * @returns null for what was left empty
 */
export const parseAnswer = (
  setting: FieldSetting,
  typed: string | null | undefined,
  locale: Locale,
): Result<CollectedField | null, Refusal> => {
  const { key, kind, required } = setting;
  const rule = { max: setting.maxLength };
  const text = parseText(typed, rule);
  if (!text.ok) return fail({ code: text.failure, message: textAdvice(text.failure, rule) });
  // A box that nobody ticked is an answer, too.
  const given = text.value ?? (kind === 'CHECKBOX' ? 'false' : null);
  const isMissing = given === null || (kind === 'CHECKBOX' && given === 'false');
  if (required && isMissing) {
    const message = kind === 'CHECKBOX' ? 'Tick this box.' : textAdvice('REQUIRED', rule);
    return fail({ code: 'REQUIRED', message });
  }
  if (given === null) return ok(null);
  const checked = check(setting, given, locale);
  if (!checked.ok) return checked;
  return ok({ key, kind, label: labelOf(setting, locale), ...checked.value });
};
