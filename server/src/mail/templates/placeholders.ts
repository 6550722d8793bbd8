import { escapeHtml } from './escape-html.js';

const placeholder = /\{\{\s*(\w+)\s*\}\}/g;

type Words = Readonly<Record<string, string>>;

/** Puts words in place of `{{name}}`, once: what a word itself looks like does not matter. */
export const fillText = (source: string, words: Words): string =>
  source.replace(placeholder, (_all, name: string) => words[name] ?? '');

/** The same in HTML: words are text and the values of attributes, never markup. */
export const fillHtml = (source: string, words: Words): string =>
  source.replace(placeholder, (_all, name: string) => escapeHtml(words[name] ?? ''));
