/** Languages that the product speaks. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** Whether a language tag is exactly one of them. */
export const isLocale = (tag: string): tag is Locale =>
  (locales as readonly string[]).includes(tag);

const fallback: Locale = 'en';
/** A header may be long; nobody reads more languages than this. */
const mostTags = 20;

const qualityOf = (parameters: readonly string[]): number => {
  const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/i.exec(text)?.[1]).find(Boolean);
  return quality === undefined ? 1 : Number(quality) || 0;
};

/** Language tags of an `Accept-Language` header, most wanted first; a single tag is such a list, too. */
const tagsOf = (list: string): string[] =>
  list
    .split(',', mostTags)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';');
      return { tag: tag.trim().toLowerCase(), quality: qualityOf(parameters) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);

/**
 * The first language wanted that is spoken here, English otherwise.
 * @param wanted most binding first, e.g. a person's choice, then `Accept-Language`; `de-AT` means `de`
 */
export const supportedLocale = (...wanted: readonly (string | null | undefined)[]): Locale => {
  const languages = wanted.flatMap((list) => tagsOf(list ?? '')).map((tag) => tag.split('-')[0]);
  for (const language of languages) {
    const found = locales.find((locale) => locale === language);
    if (found) return found;
  }
  return fallback;
};
