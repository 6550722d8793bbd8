import type { Operation, OwnedRow, Resource } from '../access/index.js';
import { inputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textFaults } from '../platform/text.js';
import { parseAttributes, type Attributes } from './attributes.js';

/** Devices and assets are alike; this is all that tells them apart. */
export type ItemResource = Extract<Resource, 'DEVICE' | 'ASSET'>;

export interface ItemFields {
  /** Unique per owner, never across owners. */
  readonly name: string;
  readonly type: string;
  readonly label: string | null;
  readonly attributes: Attributes;
}

/** A device or an asset. */
export interface InventoryItem extends ItemFields, OwnedRow {
  readonly createdAt: Date;
}

/** An item as one viewer may see it. */
export interface ItemView extends Omit<InventoryItem, 'attributes'> {
  /** Null without READ_ATTRIBUTES. */
  readonly attributes: Attributes | null;
  readonly viewerCan: readonly Operation[];
}

/** Absent keeps, null clears. */
export interface ItemInput {
  readonly name?: string | null;
  readonly type?: string | null;
  readonly label?: string | null;
  readonly attributes?: Readonly<Record<string, unknown>> | null;
}

export type InventoryErrorCode =
  'REQUIRED' | 'TOO_LONG' | 'INVALID_TEXT' | 'INVALID_ATTRIBUTES' | 'NAME_TAKEN' | 'NOT_FOUND';

const defaultType = 'default';

/** Before anything is filled in; the name has to be. */
export const blankItem: ItemFields = { name: '', type: defaultType, label: null, attributes: {} };

const nameRule = { max: 255, required: true } as const;
const textRule = { max: 255 };

/** The fields after an input; all faults at once. */
export const fillIn = (
  current: ItemFields,
  input: ItemInput,
): Result<ItemFields, InputFaults<InventoryErrorCode>> => {
  const name = parseText(input.name === undefined ? current.name : input.name, nameRule);
  const type = parseText(input.type === undefined ? current.type : input.type, textRule);
  const label = parseText(input.label === undefined ? current.label : input.label, textRule);
  const attributes =
    input.attributes === undefined
      ? ok(current.attributes)
      : parseAttributes(input.attributes ?? {});
  if (name.ok && type.ok && label.ok && attributes.ok) {
    return ok({
      name: name.value,
      type: type.value ?? defaultType,
      label: label.value,
      attributes: attributes.value,
    });
  }
  return fail([
    ...textFaults('name', name, nameRule),
    ...textFaults('type', type, textRule),
    ...textFaults('label', label, textRule),
    ...(attributes.ok ? [] : attributes.failure).map((message) =>
      inputFault('attributes', 'INVALID_ATTRIBUTES', message),
    ),
  ]);
};

export const viewItem = (item: InventoryItem, viewerCan: readonly Operation[]): ItemView => ({
  ...item,
  attributes: viewerCan.includes('READ_ATTRIBUTES') ? item.attributes : null,
  viewerCan,
});

/** For the audit log, attribute by attribute. */
export const auditedFields = ({ name, type, label, attributes }: ItemFields) => ({
  name,
  type,
  label,
  ...Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [`attributes.${key}`, value]),
  ),
});
