import type { Locale } from './locale.js';

/** Texts by language: English is whole, the others may have gaps. */
export type Texts<T extends object> = { readonly en: T } & {
  readonly [L in Exclude<Locale, 'en'>]?: PartialTexts<T>;
};

/** Gaps may be one level below as well. */
type PartialTexts<T extends object> = {
  readonly [K in keyof T]?: T[K] extends string ? T[K] : Partial<T[K]>;
};

/** What a language leaves open is said in English. */
export const overEnglish = <T extends object>(english: T, texts: PartialTexts<T> = {}): T => {
  const keys = Object.keys(english) as (keyof T & string)[];
  const filled = keys.map((key): [string, unknown] => {
    const whole: unknown = english[key];
    const given: unknown = texts[key];
    const isNested = typeof whole === 'object' && typeof given === 'object';
    return [key, isNested ? { ...whole, ...given } : (given ?? whole)];
  });
  return Object.fromEntries(filled) as T;
};

/** The texts in a language. */
export const textsIn = <T extends object>(texts: Texts<T>, locale: Locale): T =>
  locale === 'en' ? texts.en : overEnglish(texts.en, texts[locale]);
