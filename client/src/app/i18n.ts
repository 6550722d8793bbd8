import type { Language } from 'element-plus/es/locale';
import { shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Locale } from '../ui/appearance-store';

const LOADERS = {
  en: () => import('./locale-en'),
  de: () => import('./locale-de'),
} satisfies Record<Locale, () => Promise<unknown>>;

const PAGE_TEXTS = {
  en: () => import('./page-texts-en'),
  de: () => import('./page-texts-de'),
} satisfies Record<Locale, () => Promise<unknown>>;

// vue-i18n 11 interprets its messages; nothing is evaluated, so a strict CSP is no hindrance.
export const i18n = createI18n({ legacy: false, locale: 'en', messages: {} });

/** Element Plus' own few words. */
export const elementLanguage = shallowRef<Language>();

let pagesAreShown = false;

const mergePageTexts = async (locale: Locale) => {
  const { messages } = await PAGE_TEXTS[locale]();
  i18n.global.mergeLocaleMessage(locale, messages);
};

/** Switches the language once its texts are here. */
export async function showLocale(locale: Locale) {
  const { messages, elementPlus } = await LOADERS[locale]();
  i18n.global.setLocaleMessage(locale, messages);
  if (pagesAreShown) await mergePageTexts(locale);
  i18n.global.locale.value = locale;
  elementLanguage.value = elementPlus;
  document.documentElement.lang = locale;
}

let pageTexts: Promise<void> | undefined;

/** Resolves when the texts of all pages are here; the first page that is shown goes without most. */
export function loadPageTexts(): Promise<void> {
  pagesAreShown = true;
  pageTexts ??= mergePageTexts(i18n.global.locale.value as Locale).catch((error: unknown) => {
    pageTexts = undefined;
    throw error;
  });
  return pageTexts;
}
