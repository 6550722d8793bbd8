import type { Messages } from './en.js';

type Load = () => Promise<Messages>;

/** Every file here that is named after a language is one, loaded when it is chosen. */
const files = import.meta.glob<Messages>(['./[a-z][a-z].ts', './[a-z][a-z][a-z].ts'], {
  import: 'messages',
});

const loaders = new Map<string, Load>(
  Object.entries(files).map(([path, load]) => [path.slice(2, -3), load]),
);

/** A language tag without region or script, as "de". */
export type Locale = string;

/** The languages of the page, each with its own name for itself. */
export const languages: readonly { locale: Locale; name: string }[] = [...loaders.keys()].map(
  (locale) => ({
    locale,
    name: new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale,
  }),
);

/** The first wish that there is a language for ("de-AT" is met by "de"); English without one. */
export function chooseLocale(wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0] ?? '';
    if (loaders.has(language)) return language;
  }
  return 'en';
}

/** The texts of a language; rejects when they can't be fetched. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const load = loaders.get(locale);
  return load ? load() : Promise.reject(new Error(`There are no texts in ${locale}.`));
}

/** Puts values into a text's `{…}` places. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
