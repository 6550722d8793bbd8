import type { PostalAddress } from '../customers/index.js';
import { isBuiltIn, type BuiltInKey } from './built-in-fields.js';
import type { SignUpFieldKind } from './field-kind.js';

/** What a person entered in one field, with what the field was at that time. */
export interface CollectedField {
  readonly key: string;
  readonly kind: SignUpFieldKind;
  /** In the page's own language. */
  readonly label: string;
  /** A number with a point, `true` or `false`, the value of an option, or text as typed. */
  readonly value: string;
  /** Of a CHOICE: what the person picked, in the page's own language. */
  readonly valueLabel: string | null;
}

type Fields = readonly CollectedField[];

export const valueOf = (fields: Fields, key: BuiltInKey): string | null =>
  fields.find((field) => field.key === key)?.value ?? null;

/** What goes to the customer. */
export const addressIn = (fields: Fields): PostalAddress => ({
  country: valueOf(fields, 'country'),
  state: valueOf(fields, 'state'),
  city: valueOf(fields, 'city'),
  zip: valueOf(fields, 'zip'),
  address: valueOf(fields, 'address'),
  address2: valueOf(fields, 'address2'),
});

/** What has no place of its own. */
export const customIn = (fields: Fields): Fields => fields.filter(({ key }) => !isBuiltIn(key));
