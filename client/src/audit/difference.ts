/** One field of an entry: what it was and what it is; undefined where there was nothing. */
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type Fields = Record<string, unknown> | null;
/** How the thing of an id is called; undefined for an id of nothing known. */
type NameOf = (id: string) => string | undefined;

const anId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function toText(value: unknown, nameOf: NameOf): string | undefined {
  if (value === undefined || value === null) return undefined;
  return textOf(value).replace(anId, (id) => nameOf(id) ?? id);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return isPlainList ? value.join(', ') : JSON.stringify(value, null, 2);
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ permissions: { DEVICE: […] } }` → `permissions.DEVICE`, so that only what differs is shown. */
function flatten(fields: Fields): Map<string, unknown> {
  return new Map(
    Object.entries(fields ?? {}).flatMap(([field, value]): [string, unknown][] =>
      isMap(value)
        ? [...flatten(value)].map(([inner, one]) => [`${field}.${inner}`, one])
        : [[field, value]],
    ),
  );
}

/** The fields that one or the other side names, in their order; equal ones are left out. */
export function toDifference(
  before: Fields,
  after: Fields,
  nameOf: NameOf = () => undefined,
): FieldChange[] {
  const [was, is] = [flatten(before), flatten(after)];
  const text = (fields: Map<string, unknown>, name: string) => toText(fields.get(name), nameOf);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: text(was, field), after: text(is, field) }))
    .filter((change) => change.before !== change.after);
}
