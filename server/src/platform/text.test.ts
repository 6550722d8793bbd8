import { describe, expect, it } from 'vitest';
import { fail, ok } from './result.js';
import { parseText, textAdvice } from './text.js';

describe('parseText', () => {
  it('trims and keeps the rest as typed', () => {
    expect(parseText('  Ther\u006d\u006fstat e\u0301 ', { max: 255 })).toEqual(
      ok('Thermostat e\u0301'),
    );
  });

  it.each([undefined, null, '', ' \t\n '])('takes %j as empty', (value) => {
    expect(parseText(value, { max: 5 })).toEqual(ok(null));
    expect(parseText(value, { max: 5, required: true })).toEqual(fail('REQUIRED'));
  });

  it('counts code points, not UTF-16 units', () => {
    expect(parseText('🌡'.repeat(5), { max: 5 })).toEqual(ok('🌡'.repeat(5)));
    expect(parseText('🌡'.repeat(6), { max: 5 })).toEqual(fail('TOO_LONG'));
    expect(parseText('x'.repeat(11), { max: 5 })).toEqual(fail('TOO_LONG'));
  });

  it.each(['a\0b', 'a\u001bb', 'a\u0085b', 'a\tb', 'a\nb', 'a\u2028b', 'a\ud83c', '\udf21b'])(
    'refuses %j',
    (value) => {
      expect(parseText(value, { max: 255 })).toEqual(fail('INVALID_TEXT'));
    },
  );

  it('keeps line breaks where they may stay, and nothing else of the kind', () => {
    expect(parseText('one\r\ntwo\n', { max: 255, multiline: true })).toEqual(ok('one\ntwo'));
    expect(parseText('one\ttwo', { max: 255, multiline: true })).toEqual(fail('INVALID_TEXT'));
  });
});

it('advises with the limit of the field', () => {
  expect(textAdvice('TOO_LONG', { max: 10_000 })).toBe('Use at most 10,000 characters.');
});
