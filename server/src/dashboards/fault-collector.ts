import { inputFault, type InputFault } from '../platform/input-fault.js';
import { isAtMost, parseText, textAdvice, type TextRule } from '../platform/text.js';
import type { DashboardErrorCode } from './dashboard.js';

type Fault = InputFault<DashboardErrorCode>;

/** Collects the faults of nested input, each at its own path, so that all come back at once. */
export class FaultCollector {
  constructor(
    readonly faults: Fault[] = [],
    private readonly path = '',
  ) {}

  /** For a part of the input; its faults land in the same list. */
  below(step: string | number): FaultCollector {
    return new FaultCollector(this.faults, `${this.path}${step}.`);
  }

  add(field: string, code: DashboardErrorCode, message: string): void {
    this.faults.push(inputFault(`${this.path}${field}`, code, message));
  }

  /** A line of text; an empty one that is required is a fault and stays empty. */
  text(field: string, value: string | null | undefined, rule: TextRule): string | null {
    const text = parseText(value, rule);
    if (text.ok) return text.value;
    this.add(field, text.failure, textAdvice(text.failure, rule));
    return null;
  }

  requiredText(field: string, value: string | null | undefined, max: number): string {
    return this.text(field, value, { max, required: true }) ?? '';
  }

  number(field: string, value: number, { min, max }: { min: number; max: number }): number {
    if (!Number.isInteger(value) || value < min || value > max) {
      this.add(field, 'OUT_OF_RANGE', `Use a whole number from ${min} to ${max}.`);
    }
    return value;
  }

  /** What may be looked at of a list; the rest is a fault. */
  list<T>(field: string, values: readonly T[], max: number): readonly T[] {
    if (values.length <= max) return values;
    this.add(field, 'TOO_MANY', `Use at most ${max}.`);
    return [];
  }

  /** A long text with markup: of any characters that can be stored. */
  markup(field: string, value: string, max: number): string {
    if (/[\0\p{Cs}]/u.test(value)) {
      this.add(field, 'INVALID_TEXT', 'Remove characters that can not be shown.');
    } else if (!isAtMost(value, max)) {
      this.add(field, 'TOO_LONG', textAdvice('TOO_LONG', { max }));
    } else return value;
    return '';
  }
}
