import { expect, it } from 'vitest';
import { overEnglish, textsIn } from './texts.js';

const english = {
  title: { a: 'one', b: 'two' },
  help: 'Help',
  say: (name: string) => `Hi ${name}`,
};

it('says in English what a language leaves open, one level below as well', () => {
  const french = overEnglish(english, { title: { a: 'un' } });
  expect(french.title).toEqual({ a: 'un', b: 'two' });
  expect(french.help).toBe('Help');
  expect(french.say('Ada')).toBe('Hi Ada');
});

it('is English for a language without any', () => {
  expect(textsIn({ en: english }, 'de')).toEqual(english);
  expect(textsIn({ en: english, de: { help: 'Hilfe' } }, 'de').help).toBe('Hilfe');
  expect(textsIn({ en: english, de: { help: 'Hilfe' } }, 'en').help).toBe('Help');
});
