import { ok } from '../platform/result.js';
import { parseSignUpFields, type FieldSettingInput } from './parse-sign-up-fields.js';
import { localeAfter, type SettingsPart } from './settings-part.js';
import { isCustom, type FieldSetting } from './sign-up-field.js';

const toInput = (field: FieldSetting): FieldSettingInput =>
  isCustom(field) ? field : { key: field.key, required: field.required, labels: field.labels };

/** What registrants fill in. */
export const chooseSignUpFields: SettingsPart = async (change) => {
  const { page, input } = change;
  const locale = localeAfter(change);
  if (!input.signUpFields && locale === page.locale) return ok({});
  // Labels that were enough in one language may be missing in the new one.
  const fields = parseSignUpFields(input.signUpFields ?? page.fields.map(toInput), locale);
  return fields.ok ? ok({ fields: fields.value }) : fields;
};
