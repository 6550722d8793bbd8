import { fail, type Failed } from './result.js';

/** One fault of a person's input, at its field. `Code` is a closed enum of the slice. */
export interface InputFault<Code extends string> {
  /** Path into the input, e.g. `['input', 'email']`. */
  readonly field: readonly string[];
  readonly code: Code;
  /** Says what to do, in English; clients may translate by `code`. */
  readonly message: string;
}

/** All faults of a form come back at once. */
export type InputFaults<Code extends string> = readonly InputFault<Code>[];

/** Builds a fault below `input`; `field` may be a dotted path. */
export const inputFault = <Code extends string>(
  field: string,
  code: Code,
  message: string,
): InputFault<Code> => ({ field: ['input', ...field.split('.')], code, message });

/** A fault at an argument beside the input, such as an id. */
export const argumentFault = <Code extends string>(
  argument: string,
  code: Code,
  message: string,
): InputFault<Code> => ({ field: [argument], code, message });

export const failWith = <Code extends string>(
  ...faults: InputFault<Code>[]
): Failed<InputFaults<Code>> => fail(faults);
