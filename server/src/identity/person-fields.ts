import { inputFault, type InputFault } from '../platform/input-fault.js';
import { parseText, textFaults, type TextFault } from '../platform/text.js';
import { parsePersonName, type ParsedPersonName } from './person-name.js';
import { isPhoneNumber } from './phone-number.js';

/** Absent keeps, null clears. */
export interface PersonInput {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly phone?: string | null;
}

export type PersonFault = TextFault | 'INVALID_PHONE';

interface ParsedPerson {
  /** Only what was given; null clears. */
  readonly given: ParsedPersonName['given'] & { phone?: string | null };
  readonly faults: readonly InputFault<PersonFault>[];
}

const rule = { max: 255 } as const;

/** What a person is called and where they can be phoned, by the rules of the sign-up form. */
export const parsePerson = (input: PersonInput): ParsedPerson => {
  const { given, faults } = parsePersonName(input);
  if (input.phone === undefined) return { given, faults };
  const phone = parseText(input.phone, rule);
  if (!phone.ok) return { given, faults: [...faults, ...textFaults('phone', phone, rule)] };
  if (phone.value !== null && !isPhoneNumber(phone.value)) {
    const advice = 'Enter a phone number, such as +49 30 1234567.';
    return { given, faults: [...faults, inputFault('phone', 'INVALID_PHONE', advice)] };
  }
  return { given: { ...given, phone: phone.value }, faults };
};
