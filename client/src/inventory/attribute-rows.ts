export const ATTRIBUTE_TYPES = ['text', 'number', 'boolean'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** One attribute while it is edited; `key` tells rows apart, also those without a name. */
export interface AttributeRow {
  key: number;
  name: string;
  type: AttributeType;
  /** Text and number as typed. */
  text: string;
  on: boolean;
}

export type AttributeFault = 'nameMissing' | 'nameTwice' | 'noNumber';

let lastKey = 0;

export function emptyAttribute(): AttributeRow {
  return { key: ++lastKey, name: '', type: 'text', text: '', on: false };
}

export function toAttributeRows(attributes: Record<string, unknown>): AttributeRow[] {
  return Object.entries(attributes).map(([name, value]) => {
    const row = { ...emptyAttribute(), name };
    if (typeof value === 'boolean') return { ...row, type: 'boolean', on: value };
    return { ...row, type: typeof value === 'number' ? 'number' : 'text', text: String(value) };
  });
}

/** A row that nobody filled in yet counts for nothing. */
const isBlank = ({ name, type, text }: AttributeRow) => !name.trim() && type !== 'boolean' && !text;

function toNumber(text: string): number {
  const typed = text.trim().replace(',', '.');
  return typed ? Number(typed) : NaN;
}

export function findAttributeFault(
  rows: readonly AttributeRow[],
): { fault: AttributeFault; name: string } | undefined {
  const seen = new Set<string>();
  for (const row of rows.filter((one) => !isBlank(one))) {
    const name = row.name.trim();
    if (!name) return { fault: 'nameMissing', name };
    if (seen.has(name)) return { fault: 'nameTwice', name };
    if (row.type === 'number' && !Number.isFinite(toNumber(row.text))) {
      return { fault: 'noNumber', name };
    }
    seen.add(name);
  }
  return undefined;
}

export function toAttributes(rows: readonly AttributeRow[]): Record<string, unknown> {
  return Object.fromEntries(
    rows
      .filter((row) => !isBlank(row))
      .map(({ name, type, text, on }) => [
        name.trim(),
        type === 'boolean' ? on : type === 'number' ? toNumber(text) : text,
      ]),
  );
}
