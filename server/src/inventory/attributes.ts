import { fail, ok, type Result } from '../platform/result.js';
import { isAtMost, isPlainText } from '../platform/text.js';

/** What a tenant keeps about a device or asset beside its fixed fields: flat, without a schema. */
export type Attributes = Readonly<Record<string, AttributeValue>>;
export type AttributeValue = string | number | boolean;

const mostKeys = 100;
const longestKey = 255;
const longestValue = 10_000;

/** They would change the object that is built from them somewhere, instead of being its keys. */
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Attributes as they come from outside. Strings may have line breaks and tabs.
 * @returns what is wrong, one message for each key
 */
export const parseAttributes = (
  input: Readonly<Record<string, unknown>>,
): Result<Attributes, readonly string[]> => {
  const entries = Object.entries(input);
  if (entries.length > mostKeys) return fail([`Use at most ${mostKeys} attributes.`]);
  const faults = entries.flatMap(([key, value]) => keyFault(key) ?? valueFault(key, value) ?? []);
  return faults.length === 0 ? ok(input as Attributes) : fail(faults);
};

/** Why a text can not be the name of an attribute; null when it can. */
export const keyFault = (key: string): string | null => {
  if (key === '' || !isPlainText(key)) {
    return 'An attribute has a name without line breaks and characters that can not be shown.';
  }
  if (!isAtMost(key, longestKey)) {
    return `“${key.slice(0, 30)}…”: use at most ${longestKey} characters for the name.`;
  }
  return refusedKeys.has(key) ? `“${key}” can not be the name of an attribute.` : null;
};

const valueFault = (key: string, value: unknown): string | null => {
  switch (typeof value) {
    case 'boolean':
      return null;
    case 'number':
      return Number.isFinite(value) ? null : `“${key}”: enter a finite number.`;
    case 'string':
      if (!isPlainText(value.replaceAll(/[\r\n\t]/g, ''))) {
        return `“${key}”: remove characters that can not be shown.`;
      }
      return isAtMost(value, longestValue)
        ? null
        : `“${key}”: use at most ${longestValue.toLocaleString('en')} characters.`;
    default:
      return `“${key}”: use a text, a number, true or false; leave the attribute out to remove it.`;
  }
};
