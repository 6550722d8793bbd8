import { describe, expect, it } from 'vitest';
import { fail, ok } from '../platform/result.js';
import { parseAttributes } from './attributes.js';

const withKey = (key: string) =>
  JSON.parse(`{${JSON.stringify(key)}: 1}`) as Record<string, unknown>;

describe('parseAttributes', () => {
  it('takes texts, numbers and booleans by name', () => {
    const attributes = { note: 'two\nlines\tand a tab', floor: -1.5, on: false, empty: '' };
    expect(parseAttributes(attributes)).toEqual(ok(attributes));
    expect(parseAttributes({})).toEqual(ok({}));
  });

  it.each([null, undefined, [], {}, ['text'], { nested: 1 }, NaN, Infinity])(
    'refuses the value %j',
    (value) => {
      expect(parseAttributes({ good: 1, bad: value })).toEqual(
        fail([expect.stringMatching(/^“bad”:/)]),
      );
    },
  );

  it.each(['a\0b', 'a\u001bb', 'a\ud83c'])('refuses the text %j', (value) => {
    expect(parseAttributes({ bad: value }).ok).toBe(false);
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    '',
    'a\0b',
    'a\nb',
    'a\udf21',
    'k'.repeat(256),
  ])('refuses the name %j', (key) => {
    expect(parseAttributes(withKey(key)).ok).toBe(false);
  });

  it('takes names of 255 and texts of 10,000 code points, no more', () => {
    expect(parseAttributes({ ['🌡'.repeat(255)]: '🌡'.repeat(10_000) }).ok).toBe(true);
    expect(parseAttributes({ text: 'x'.repeat(10_001) })).toEqual(
      fail(['“text”: use at most 10,000 characters.']),
    );
  });

  it('takes 100 attributes, no more', () => {
    const some = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));
    expect(parseAttributes(some(100)).ok).toBe(true);
    expect(parseAttributes(some(101))).toEqual(fail(['Use at most 100 attributes.']));
  });
});
