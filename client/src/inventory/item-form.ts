import type { UpdateDeviceInput } from '../generated/graphql';
import type { PickerOption } from '../ui/picker-option';
import { toAttributeRows, toAttributes, type AttributeRow } from './attribute-rows';
import type { Item } from './item-kind';

export interface ItemForm {
  name: string;
  type: string;
  label: string;
  attributes: AttributeRow[];
  /** Of a new one; null stands for the tenant, or for the person's own customer. */
  owner: PickerOption | null;
}

export function toItemForm(item: Item | undefined, firstType = ''): ItemForm {
  return {
    name: item?.name ?? '',
    type: item?.type ?? firstType,
    label: item?.label ?? '',
    attributes: toAttributeRows(item?.attributes ?? {}),
    owner: null,
  };
}

/** Leaves attributes out where the person may not change them: the API refuses them even unchanged. */
export function toItemInput(
  form: ItemForm,
  withAttributes: boolean,
): UpdateDeviceInput & { name: string } {
  return {
    name: form.name.trim(),
    type: form.type.trim() || null,
    label: form.label.trim() || null,
    ...(withAttributes ? { attributes: toAttributes(form.attributes) } : {}),
  };
}
