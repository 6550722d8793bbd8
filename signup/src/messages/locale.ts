import type { Messages } from './en.js';

/** Every language of the page, loaded when it is chosen. A further one is a file and a line. */
export const languages = {
  en: { name: 'English', load: async () => (await import('./en.js')).en },
  de: { name: 'Deutsch', load: async () => (await import('./de.js')).de },
} satisfies Record<string, { name: string; load: () => Promise<Messages> }>;

export type Locale = keyof typeof languages;

/** The first wish that there is a language for ("de-AT" is met by "de"); English without one. */
export function chooseLocale(wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0] ?? '';
    if (isLocale(language)) return language;
  }
  return 'en';
}

/** The texts of a language; rejects when they can't be fetched. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return languages[locale].load();
}

/** Puts values into a text's `{…}` places. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

function isLocale(language: string): language is Locale {
  return Object.hasOwn(languages, language);
}
