import { expect, it } from 'vitest';
import { chooseLocale, fill } from './locale.js';

it('takes the first wish that there is a language for', () => {
  expect(chooseLocale([null, 'fr', 'de-AT', 'en'])).toBe('de');
  expect(chooseLocale(['DE_ch'])).toBe('de');
});

it('falls back to English, whatever is wished', () => {
  expect(chooseLocale([])).toBe('en');
  expect(chooseLocale(['', 'constructor', '__proto__', undefined])).toBe('en');
});

it('fills the places that it has values for', () => {
  expect(fill('{a} and {b}, {a}', { a: 1 })).toBe('1 and {b}, 1');
});
