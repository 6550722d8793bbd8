import { isDeepStrictEqual } from 'node:util';

type Fields = Readonly<Record<string, unknown>>;

export interface ChangedFields {
  readonly before: Fields;
  readonly after: Fields;
}

/** What differs between two states of one thing, for its audit entry; null when nothing does. */
export const changedFields = (before: Fields, after: Fields): ChangedFields | null => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  if (names.length === 0) return null;
  const pick = (fields: Fields): Fields =>
    Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: pick(before), after: pick(after) };
};
