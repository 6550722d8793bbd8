import { useI18n } from 'vue-i18n';
import type { CollectedFieldFieldsFragment } from '../generated/graphql';

/** What a registrant entered, as label and text in the reader's language. */
export function useCollectedFacts() {
  const { t, te, locale } = useI18n();

  function textOf({ kind, value, valueLabel }: CollectedFieldFieldsFragment): string {
    if (kind === 'CHECKBOX') return t(`registration.fields.${value === 'true' ? 'yes' : 'no'}`);
    if (kind === 'COUNTRY') {
      return new Intl.DisplayNames(locale.value, { type: 'region' }).of(value) ?? value;
    }
    if (kind === 'NUMBER') return new Intl.NumberFormat(locale.value).format(Number(value));
    return valueLabel ?? value;
  }

  return (fields: readonly CollectedFieldFieldsFragment[]) =>
    fields.map((field) => {
      const ours = `registration.fields.builtIn.${field.key}`;
      return { label: te(ours) ? t(ours) : field.label, value: textOf(field) };
    });
}
