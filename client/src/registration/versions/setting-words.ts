import { isHosted } from '../captcha-form';
import { LOCALES } from '../../ui/appearance-store';
import type { LocalizedTexts } from '../../ui/form/localized';
import type { PickerOption } from '../../ui/picker-option';
import { entryWords } from '../entry/entry-words';
import type { FieldRow } from '../fields/fields-form';
import type { SelfRegistrationForm } from '../self-registration-form';

type Translate = (key: string, values?: Record<string, unknown>) => string;
type Setting = keyof SelfRegistrationForm;

const labelOf = (option: PickerOption | null) => option?.label ?? '';
const onOff = (on: boolean, t: Translate) =>
  t(on ? 'registration.pages.on' : 'registration.pages.off');

/** One line for each language that has a text. */
const linesOf = (texts: LocalizedTexts): string[] =>
  LOCALES.filter((locale) => texts[locale].trim()).map(
    (locale) => `${locale}: ${texts[locale].trim()}`,
  );

function fieldWords(field: FieldRow, t: Translate): string {
  const { isCustom, key, kind, required, labels, maxLength, min, max, options } = field;
  return [
    isCustom ? key : t(`registration.fields.builtIn.${key}`),
    ...linesOf(labels),
    ...(required ? [t('registration.fields.required')] : []),
    ...(isCustom ? [t(`registration.fields.kind.${kind}`)] : []),
    ...(isCustom && kind === 'TEXT' ? [`≤ ${maxLength}`] : []),
    ...(isCustom && kind === 'NUMBER' ? [`${min ?? ''}…${max ?? ''}`] : []),
    ...options.map((option) => [option.value, ...linesOf(option.labels)].join(' ')),
  ].join(', ');
}

/** What stands in a setting, in words; empty for nothing. A new setting doesn't compile without. */
const settingWords: {
  readonly [Name in Setting]: (value: SelfRegistrationForm[Name], t: Translate) => string;
} = {
  domain: labelOf,
  enabled: onOff,
  captcha: (captcha, t) => {
    const words = [t(`registration.captcha.provider.${captcha.provider}`)];
    if (!isHosted(captcha.provider)) return words.join();
    words.push(captcha.siteKey);
    if (captcha.secretKey) words.push(t('registration.versions.newSecret'));
    if (captcha.provider === 'RECAPTCHA_V3') {
      words.push(captcha.action, String(captcha.scoreThreshold));
    }
    words.push(t(`registration.captcha.fallback.${captcha.whenUnavailable}`));
    return words.join(', ');
  },
  greeting: ({ locale, welcomeTexts }, t) =>
    [t('registration.versions.ownLanguage', { locale }), ...linesOf(welcomeTexts)].join('\n'),
  signUpFields: (fields, t) => fields.map((field) => fieldWords(field, t)).join('\n'),
  entry: entryWords,
  customerGroup: labelOf,
  showPrivacyPolicy: onOff,
  privacyPolicy: labelOf,
  showTermsOfUse: onOff,
  termsOfUse: labelOf,
  notices: ({ audience, recipient }, t) =>
    audience === 'RECIPIENT'
      ? labelOf(recipient)
      : t(`registration.notification.audience.${audience}`),
  landing: ({ dashboard, alwaysFullscreen }, t) =>
    dashboard && alwaysFullscreen
      ? `${dashboard.label}, ${t('registration.versions.fullscreen')}`
      : labelOf(dashboard),
  assignments: (rows, t) =>
    rows
      .map(({ role, group, gone }) =>
        role && group
          ? t('registration.versions.roleOnGroup', { role: role.label, group: group.label })
          : (role?.label ?? (gone ? t('registration.versions.deletedNamed', { name: gone }) : '')),
      )
      .join(', '),
  customerTitlePrefix: (prefix) => prefix.trim(),
  activationLinkLifetime: (hours, t) => t('registration.versions.hours', { hours }),
};

export const SETTINGS = Object.keys(settingWords) as readonly Setting[];

/** One setting that two forms have differently. */
export interface SettingDifference {
  setting: Setting;
  label: string;
  before: string;
  after: string;
}

const wordsOf = (form: SelfRegistrationForm, setting: Setting, t: Translate): string =>
  (settingWords[setting] as (value: unknown, t: Translate) => string)(form[setting], t);

/** Setting by setting, in the editor's order. */
export function differencesOf(
  before: SelfRegistrationForm,
  after: SelfRegistrationForm,
  t: Translate,
): SettingDifference[] {
  return SETTINGS.map((setting) => ({
    setting,
    label: t(`registration.setting.${setting}`),
    before: wordsOf(before, setting, t),
    after: wordsOf(after, setting, t),
  })).filter((difference) => difference.before !== difference.after);
}

/** A form with some of its settings taken from another one. */
export function withSettingsOf(
  form: SelfRegistrationForm,
  other: SelfRegistrationForm,
  settings: readonly Setting[],
): SelfRegistrationForm {
  return { ...form, ...Object.fromEntries(settings.map((name) => [name, other[name]])) };
}
