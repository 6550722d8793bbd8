import { textIn, type SignUpField, type SignUpPage } from '../../page-config.js';

export interface Option {
  value: string;
  label: string;
}

/** Kept, as the page is drawn with every key that is pressed. */
const countries: Record<string, Option[]> = {};

/** What can be chosen, in the words of a language; countries by name. */
export function optionsOf({ kind, options }: SignUpField, page: SignUpPage, locale: string) {
  if (kind === 'COUNTRY') return (countries[locale] ??= countriesIn(locale, options));
  return options.map(({ value, labels }) => ({
    value,
    label: textIn(labels, locale, page.locale)?.text ?? value,
  }));
}

function countriesIn(locale: string, options: { value: string }[]): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return options
    .map(({ value }) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
