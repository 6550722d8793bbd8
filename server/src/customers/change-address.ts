import { inputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textFaults, type TextFault } from '../platform/text.js';
import { countryCodes, noAddress, type PostalAddress } from './postal-address.js';

/** Absent keeps, null clears. */
export type AddressInput = { readonly [Part in keyof PostalAddress]?: string | null };

const rule = { max: 255 } as const;
const parts = Object.keys(noAddress) as (keyof PostalAddress)[];

export const addressOf = (from: PostalAddress): PostalAddress =>
  Object.fromEntries(parts.map((part) => [part, from[part]])) as unknown as PostalAddress;

/** The address after an input, by the rules of the sign-up form; all faults at once. */
export const changeAddress = (
  current: PostalAddress,
  input: AddressInput,
): Result<PostalAddress, InputFaults<TextFault | 'INVALID_CHOICE'>> => {
  const changed: { -readonly [Part in keyof PostalAddress]: string | null } = addressOf(current);
  const faults: InputFaults<TextFault | 'INVALID_CHOICE'>[number][] = [];
  for (const part of parts) {
    const typed = input[part];
    if (typed === undefined) continue;
    const text = parseText(typed, rule);
    if (!text.ok) faults.push(...textFaults(part, text, rule));
    else if (part === 'country' && text.value && !countryCodes.includes(text.value)) {
      faults.push(inputFault(part, 'INVALID_CHOICE', 'Choose one of the list.'));
    } else changed[part] = text.value;
  }
  return faults.length > 0 ? fail(faults) : ok(changed);
};
