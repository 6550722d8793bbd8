import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice } from '../platform/text.js';
import { isReservedName } from './default-groups.js';
import type { EntityGroupErrorCode, EntityType } from './entity-group.js';

const rule = { max: 255, required: true } as const;

/** The name of a group as a person types it. Names of groups that come by themselves are kept free. */
export const parseGroupName = (
  typed: string | null,
  type: EntityType,
): Result<string, InputFault<EntityGroupErrorCode>> => {
  const name = parseText(typed, rule);
  if (!name.ok) return fail(inputFault('name', name.failure, textAdvice(name.failure, rule)));
  if (isReservedName(type, name.value)) {
    return fail(inputFault('name', 'NAME_TAKEN', 'This name is reserved: choose another one.'));
  }
  return ok(name.value);
};
