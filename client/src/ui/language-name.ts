/** What a language is called in another one, in its own by default; the tag where nobody knows it. */
export function languageName(tag: string, inLanguage = tag): string {
  const name = new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag;
  // Some languages write their own name small, which a list of names does not.
  return name.slice(0, 1).toLocaleUpperCase(inLanguage) + name.slice(1);
}
