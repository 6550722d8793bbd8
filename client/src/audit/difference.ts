/** One field of an entry: what it was and what it is; undefined where there was nothing. */
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type Fields = Record<string, unknown> | null;

function toText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** The fields that one or the other side names, in their order; equal ones are left out. */
export function toDifference(before: Fields, after: Fields): FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields]
    .map((field) => ({
      field,
      before: toText(before?.[field]),
      after: toText(after?.[field]),
    }))
    .filter((change) => change.before !== change.after);
}
