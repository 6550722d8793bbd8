import { inputFault, type InputFault } from '../platform/input-fault.js';
import { parseText, textAdvice, type TextFault } from '../platform/text.js';

const rule = { max: 255 } as const;

export interface ParsedPersonName {
  /** Only what was given; null clears. */
  readonly given: { firstName?: string | null; lastName?: string | null };
  readonly faults: InputFault<TextFault>[];
}

/** First and last name of a form: each optional, at most 255 code points. */
export const parsePersonName = (input: {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}): ParsedPersonName => {
  const given: ParsedPersonName['given'] = {};
  const faults: InputFault<TextFault>[] = [];
  for (const field of ['firstName', 'lastName'] as const) {
    const typed = input[field];
    if (typed === undefined) continue;
    const text = parseText(typed, rule);
    if (text.ok) given[field] = text.value;
    else faults.push(inputFault(field, text.failure, textAdvice(text.failure, rule)));
  }
  return { given, faults };
};
