import type { Language } from 'element-plus/es/locale';
import { shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Locale } from '../ui/appearance-store';

const LOADERS = {
  en: () => import('./locale-en'),
  de: () => import('./locale-de'),
} satisfies Record<Locale, () => Promise<unknown>>;

// vue-i18n 11 interprets its messages; nothing is evaluated, so a strict CSP is no hindrance.
export const i18n = createI18n({ legacy: false, locale: 'en', messages: {} });

/** Element Plus' own few words. */
export const elementLanguage = shallowRef<Language>();

/** Switches the language once its texts are here. */
export async function showLocale(locale: Locale) {
  const { messages, elementPlus } = await LOADERS[locale]();
  i18n.global.setLocaleMessage(locale, messages);
  i18n.global.locale.value = locale;
  elementLanguage.value = elementPlus;
  document.documentElement.lang = locale;
}
