import { isAtMost } from '../platform/text.js';

/** Ways to look into JSON from outside, whatever its shape. */

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands under a name, several steps deep; undefined where a step is missing. */
export const member = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, name) => (isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    value,
  );

/** Names with what stands under them; none for what is no object. */
export const membersOf = (value: unknown): [string, unknown][] =>
  isRecord(value) ? Object.entries(value) : [];

export const isObject = (value: unknown): boolean => isRecord(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

export const flagOf = (value: unknown): boolean | null =>
  typeof value === 'boolean' ? value : null;

export const textsOf = (value: unknown): string[] =>
  listOf(value).filter((item): item is string => typeof item === 'string');

/** The value if it is one of these. */
export const choiceOf = <T extends string>(value: unknown, choices: readonly T[]): T | null =>
  choices.find((choice) => choice === value) ?? null;

/** A text as one line of at most so many code points; null when nothing is left. */
export const lineOf = (value: unknown, max = 255): string | null => {
  const line = (textOf(value) ?? '')
    .slice(0, 4 * max)
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (line === '') return null;
  return isAtMost(line, max) ? line : [...line].slice(0, max).join('').trim();
};
