import type { Language } from 'element-plus/es/locale';
import { shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Locale } from '../ui/appearance-store';

interface Texts {
  messages: Record<string, object>;
}
interface CoreTexts extends Texts {
  elementPlus: Language;
  /** What such a language does not say yet is said in English. */
  isPartial?: boolean;
}

// By the names of the files: a language is registered in LOCALES, and nowhere else.
const CORE = import.meta.glob<CoreTexts>('./locale-*.ts');
const PAGES = import.meta.glob<Texts>('./page-texts-*.ts');

function load<T>(files: Record<string, () => Promise<T>>, file: string): Promise<T> {
  const found = files[file];
  if (!found) throw new Error(`${file} is missing.`);
  return found();
}

const FALLBACK = 'en' satisfies Locale;

// vue-i18n 11 interprets its messages; nothing is evaluated, so a strict CSP is no hindrance.
export const i18n = createI18n({
  legacy: false,
  locale: FALLBACK as string,
  fallbackLocale: FALLBACK,
  missingWarn: false,
  fallbackWarn: false,
  messages: {},
});

/** Element Plus' own few words. */
export const elementLanguage = shallowRef<Language>();

let pagesAreShown = false;

/** Languages whose gaps English fills. */
const partial = new Set<string>();

const mergePageTexts = async (locale: string): Promise<void> => {
  const { messages } = await load(PAGES, `./page-texts-${locale}.ts`);
  i18n.global.mergeLocaleMessage(locale, messages);
  if (partial.has(locale)) await mergePageTexts(FALLBACK);
};

/** Switches the language once its texts are here. */
export async function showLocale(locale: Locale) {
  const { messages, elementPlus, isPartial } = await load(CORE, `./locale-${locale}.ts`);
  i18n.global.setLocaleMessage(locale, messages);
  if (isPartial) {
    partial.add(locale);
    const english = await load(CORE, `./locale-${FALLBACK}.ts`);
    i18n.global.setLocaleMessage(FALLBACK, english.messages);
  }
  if (pagesAreShown) await mergePageTexts(locale);
  i18n.global.locale.value = locale;
  elementLanguage.value = elementPlus;
  document.documentElement.lang = locale;
}

let pageTexts: Promise<void> | undefined;

/** Resolves when the texts of all pages are here; the first page that is shown goes without most. */
export function loadPageTexts(): Promise<void> {
  pagesAreShown = true;
  pageTexts ??= mergePageTexts(i18n.global.locale.value).catch((error: unknown) => {
    pageTexts = undefined;
    throw error;
  });
  return pageTexts;
}
