import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice, type TextFault } from '../platform/text.js';

const rule = { max: 255, required: true } as const;

/** A tenant's name as a person types it. */
export const parseTenantName = (typed: string | null): Result<string, InputFault<TextFault>> => {
  const name = parseText(typed, rule);
  if (name.ok) return ok(name.value);
  return fail(inputFault('name', name.failure, textAdvice(name.failure, rule)));
};
