import type { LocalizedText } from '../platform/locale/localized-text.js';

export type CustomFieldKind = 'TEXT' | 'NUMBER' | 'CHOICE' | 'CHECKBOX';

/** How a field of the sign-up form is entered. */
export type SignUpFieldKind =
  CustomFieldKind | 'EMAIL' | 'PASSWORD' | 'PASSWORD_REPEAT' | 'PHONE' | 'COUNTRY';

/** One answer of a CHOICE. */
export interface FieldOption {
  /** What is stored. */
  readonly value: string;
  /** What people read: in the page's own language at least; none for countries. */
  readonly labels: readonly LocalizedText[];
}
