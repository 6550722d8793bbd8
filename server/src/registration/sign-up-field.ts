import { textIn, type LocalizedText } from '../platform/locale/localized-text.js';
import type { Locale } from '../platform/locale/locale.js';
import { builtInFields, isBuiltIn } from './built-in-fields.js';
import type { CustomFieldKind, FieldOption, SignUpFieldKind } from './field-kind.js';

/** A field of a sign-up page, as the administrator saved it. */
export interface FieldSetting {
  /** Of a built-in field, or any other for a custom one; unique on the page. */
  readonly key: string;
  readonly kind: SignUpFieldKind;
  readonly required: boolean;
  /** Empty: the page's own words, for built-in fields. */
  readonly labels: readonly LocalizedText[];
  /** Code points, of what is typed as text. */
  readonly maxLength: number;
  /** Of a NUMBER; null for no bound. */
  readonly min: number | null;
  readonly max: number | null;
  /** Of a CHOICE. */
  readonly options: readonly FieldOption[];
}

/** The same as pages and tools see it. */
export interface SignUpField extends FieldSetting {
  /** Path in the input of `register`. */
  readonly name: string;
  readonly isCustom: boolean;
  /** In the page's own language; of a built-in field without one in English. */
  readonly label: string;
  /** Token of the HTML autocomplete attribute. */
  readonly autocomplete: string;
}

/** Product, «sign-up fields». */
export const mostFields = 30;
export const textMax = 255;

/** A field by its key alone, with what its kind starts with. */
export const blankField = (
  key: string,
  kind: SignUpFieldKind,
  required: boolean,
): FieldSetting => ({
  key,
  kind,
  required,
  labels: [],
  maxLength: isBuiltIn(key) ? builtInFields[key].maxLength : textMax,
  min: null,
  max: null,
  options: [],
});

/** What a new page asks for. */
export const defaultFields: readonly FieldSetting[] = (
  ['firstName', 'lastName', 'email', 'password', 'passwordRepeat'] as const
).map((key) => blankField(key, builtInFields[key].kind, builtInFields[key].alwaysRequired));

/** A field that the administrator made up. */
export const isCustom = (field: FieldSetting): field is FieldSetting & { kind: CustomFieldKind } =>
  !isBuiltIn(field.key);

/** What to call it in the page's own language. */
export const labelOf = ({ key, labels }: FieldSetting, locale: Locale): string =>
  textIn(labels, locale) ?? (isBuiltIn(key) ? builtInFields[key].label : labels[0]?.text) ?? key;

export const toSignUpField =
  (locale: Locale) =>
  (setting: FieldSetting): SignUpField => {
    const { key } = setting;
    const builtIn = isBuiltIn(key) ? builtInFields[key] : null;
    return {
      ...setting,
      name: builtIn ? key : `customFields.${key}`,
      isCustom: !builtIn,
      label: labelOf(setting, locale),
      autocomplete: builtIn?.autocomplete ?? 'off',
      options: builtIn?.options ?? setting.options,
    };
  };
