import type {
  CustomFieldKind,
  SelfRegistrationFieldsFragment,
  SignUpFieldInput,
  SignUpFieldKind,
} from '../../generated/graphql';
import type { Locale } from '../../ui/appearance-store';
import { toLocalizedTexts, toTextsInput, type LocalizedTexts } from '../../ui/form/localized';
import type { Faults } from '../faults';

/** The API takes no more. */
export const FIELDS_MAX = 30;
/** Code points of a label, and of what registrants type. */
export const TEXT_MAX = 255;

export const CUSTOM_KINDS = ['TEXT', 'NUMBER', 'CHOICE', 'CHECKBOX'] as const;

/** In the order in which they are offered. */
export const BUILT_IN_KEYS = [
  ...(['firstName', 'lastName', 'email', 'password', 'passwordRepeat', 'phone'] as const),
  ...(['country', 'state', 'city', 'zip', 'address', 'address2'] as const),
] as const;
export type BuiltInKey = (typeof BUILT_IN_KEYS)[number];

export interface OptionRow {
  value: string;
  labels: LocalizedTexts;
}

/** A row of the section "Sign-up fields". */
export interface FieldRow {
  key: string;
  kind: SignUpFieldKind;
  isCustom: boolean;
  required: boolean;
  labels: LocalizedTexts;
  maxLength: number;
  min: number | null;
  max: number | null;
  options: OptionRow[];
}

/** Without these nobody could sign up. */
export const isIndispensable = (key: string) => key === 'email' || key === 'password';
/** Those, and the one that only repeats. */
export const isAlwaysRequired = (key: string) => isIndispensable(key) || key === 'passwordRepeat';

const KINDS: Partial<Record<BuiltInKey, SignUpFieldKind>> = {
  email: 'EMAIL',
  password: 'PASSWORD',
  passwordRepeat: 'PASSWORD_REPEAT',
  phone: 'PHONE',
  country: 'COUNTRY',
};

const blank = { labels: toLocalizedTexts(), maxLength: TEXT_MAX, min: null, max: null };

export function builtInRow(key: BuiltInKey): FieldRow {
  const kind = KINDS[key] ?? 'TEXT';
  const fresh = { ...blank, labels: toLocalizedTexts(), options: [] };
  return { ...fresh, key, kind, isCustom: false, required: isAlwaysRequired(key) };
}

/** Its key is made of its label when it is done. */
export function customRow(kind: CustomFieldKind): FieldRow {
  const options = kind === 'CHOICE' ? [emptyOption(), emptyOption()] : [];
  const fresh = { ...blank, labels: toLocalizedTexts(), options };
  return { ...fresh, key: '', kind, isCustom: true, required: false };
}

export const emptyOption = (): OptionRow => ({ value: '', labels: toLocalizedTexts() });

export function newFieldRows(): FieldRow[] {
  return BUILT_IN_KEYS.slice(0, 5).map(builtInRow);
}

type SavedField = SelfRegistrationFieldsFragment['signUpFields'][number];

export function toFieldRow(saved: SavedField): FieldRow {
  const { key, kind, isCustom, required, maxLength, min, max } = saved;
  return {
    ...{ key, kind, isCustom, required, maxLength, min, max },
    labels: toLocalizedTexts(saved.labels),
    options: isCustom
      ? saved.options.map(({ value, labels }) => ({ value, labels: toLocalizedTexts(labels) }))
      : [],
  };
}

export function toFieldInput(row: FieldRow): SignUpFieldInput {
  const { key, required } = row;
  const labels = toTextsInput(row.labels);
  if (!row.isCustom) return { key, required, labels };
  const kind = row.kind as CustomFieldKind;
  return {
    ...{ key, required, labels, kind },
    ...(kind === 'TEXT' && { maxLength: row.maxLength }),
    ...(kind === 'NUMBER' && { min: row.min, max: row.max }),
    ...(kind === 'CHOICE' && {
      options: row.options.map(({ value, labels: texts }) => ({
        value,
        labels: toTextsInput(texts),
      })),
    }),
  };
}

/** What the page's own language lacks; everything else is settled in the dialog of a field. */
export function findFieldFaults(rows: readonly FieldRow[], own: Locale): Faults {
  const faults: Faults = {};
  rows.forEach(({ isCustom, labels, options }, index) => {
    const lacks = [labels, ...options.map((option) => option.labels)].some(
      (texts) => !texts[own].trim(),
    );
    if (isCustom && lacks) faults[`signUpFields.${index}.labels`] = 'fieldLabelMissing';
  });
  return faults;
}
