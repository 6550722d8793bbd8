import { defineStore } from 'pinia';
import { ref, watch } from 'vue';

export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

const LOCALE_KEY = 'gatehouse-locale';
const THEME_KEY = 'gatehouse-theme';

function isLocale(value: string | null | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

function isTheme(value: string | null): value is Theme {
  return THEMES.some((theme) => theme === value);
}

function firstLocale(): Locale {
  const kept = localStorage.getItem(LOCALE_KEY);
  if (isLocale(kept)) return kept;
  const wanted = navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? 'en';
}

/** Language and theme of this browser. */
export const useAppearanceStore = defineStore('appearance', () => {
  const locale = ref<Locale>(firstLocale());
  const keptTheme = localStorage.getItem(THEME_KEY);
  const theme = ref<Theme>(isTheme(keptTheme) ? keptTheme : 'system');
  const system = window.matchMedia('(prefers-color-scheme: dark)');

  function applyTheme() {
    const dark = theme.value === 'dark' || (theme.value === 'system' && system.matches);
    document.documentElement.classList.toggle('dark', dark);
  }

  system.addEventListener('change', applyTheme);
  watch(theme, applyTheme, { immediate: true });
  watch(theme, (value) => localStorage.setItem(THEME_KEY, value));
  watch(locale, (value) => localStorage.setItem(LOCALE_KEY, value));

  return { locale, theme };
});
