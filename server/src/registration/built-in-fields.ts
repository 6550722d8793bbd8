import { countryCodes, type PostalAddress } from '../customers/index.js';
import type { FieldOption, SignUpFieldKind } from './field-kind.js';

interface BuiltInField {
  readonly kind: SignUpFieldKind;
  /** In English; pages have their own words. */
  readonly label: string;
  /** Without it nobody can sign up, or there is nothing to repeat. */
  readonly alwaysRequired: boolean;
  /** Code points. */
  readonly maxLength: number;
  /** Token of the HTML autocomplete attribute. */
  readonly autocomplete: string;
  readonly options?: readonly FieldOption[];
}

const text = (label: string, autocomplete: string): BuiltInField => ({
  kind: 'TEXT',
  label,
  alwaysRequired: false,
  maxLength: 255,
  autocomplete,
});

const password = (kind: 'PASSWORD' | 'PASSWORD_REPEAT', label: string): BuiltInField => ({
  kind,
  label,
  alwaysRequired: true,
  maxLength: 128,
  autocomplete: 'new-password',
});

/** The fields that every page may have, by key, in the order in which they are offered. */
export const builtInFields: Readonly<Record<BuiltInKey, BuiltInField>> = {
  firstName: text('First name', 'given-name'),
  lastName: text('Last name', 'family-name'),
  email: {
    kind: 'EMAIL',
    label: 'E-mail address',
    alwaysRequired: true,
    maxLength: 254,
    autocomplete: 'email',
  },
  password: password('PASSWORD', 'Password'),
  passwordRepeat: password('PASSWORD_REPEAT', 'Repeat password'),
  phone: { ...text('Phone', 'tel'), kind: 'PHONE' },
  country: {
    ...text('Country', 'country'),
    kind: 'COUNTRY',
    options: countryCodes.map((value) => ({ value, labels: [] })),
  },
  state: text('State', 'address-level1'),
  city: text('City', 'address-level2'),
  zip: text('ZIP code', 'postal-code'),
  address: text('Address', 'address-line1'),
  address2: text('Address 2', 'address-line2'),
};

export type BuiltInKey =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'password'
  | 'passwordRepeat'
  | 'phone'
  | keyof PostalAddress;

export const isBuiltIn = (key: string): key is BuiltInKey => Object.hasOwn(builtInFields, key);
