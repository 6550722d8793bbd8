import { expect, it } from 'vitest';
import { languageName } from './language-name';

it.each([
  ['en', 'en', 'English'],
  ['de', 'en', 'German'],
  ['de', 'de', 'Deutsch'],
  ['fr', 'fr', 'Français'],
  ['fr', 'de', 'Französisch'],
  ['qqq', 'en', 'Qqq'],
])('%s is called in %s %s', (tag, inLanguage, name) => {
  expect(languageName(tag, inLanguage)).toBe(name);
});
