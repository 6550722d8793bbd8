import type { InputFaults } from '../input-fault.js';
import type { Result } from '../result.js';

/** A use case's outcome as a mutation's payload: the entity under its name, or the faults. */
export const toPayload = <Name extends string, T, Code extends string>(
  name: Name,
  outcome: Result<T, InputFaults<Code>>,
): { [K in Name]?: T } & { userErrors: InputFaults<Code> } =>
  (outcome.ok
    ? { [name]: outcome.value, userErrors: [] }
    : { userErrors: outcome.failure }) as never;
