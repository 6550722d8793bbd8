import { expect, it } from 'vitest';
import { supportedLocale } from './locale.js';

it.each([
  [[], 'en'],
  [[null, undefined, ''], 'en'],
  [['de'], 'de'],
  [['DE-at'], 'de'],
  [['fr', 'de-CH'], 'de'],
  [[null, 'fr-FR,fr;q=0.9,de;q=0.8,en;q=0.7'], 'de'],
  [['en;q=0.2, de;q=0.9'], 'de'],
  [['de;q=0, fr'], 'en'],
  [['en', 'de'], 'en'],
  [['*'], 'en'],
  [['deutsch'], 'en'],
  [['de;q=nonsense'], 'de'],
])('%j is answered in %s', (wanted, locale) => {
  expect(supportedLocale(...wanted)).toBe(locale);
});
