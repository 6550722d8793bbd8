import { describe, expect, it } from 'vitest';
import { readJsonFile } from './read-json-file.js';

const megabyte = 1024 * 1024;
const manyKeys = (count: number): string =>
  `{${Array.from({ length: count }, (_, n) => `"${n}":1`).join(',')}}`;

const codeOf = (text: string): string => {
  const read = readJsonFile(text);
  return read.ok ? 'ok' : read.failure.code;
};

describe('a file', () => {
  it('of JSON is read, with a mark of the byte order in front, too', () => {
    expect(readJsonFile('\uFEFF{"title": "Caf\\u00e9 \\ud83d\\ude00"}')).toEqual({
      ok: true,
      value: { title: 'Café 😀' },
    });
  });

  it.each([
    ['empty', '', 'FILE_NOT_JSON'],
    ['no JSON', '<html>', 'FILE_NOT_JSON'],
    ['cut off', '{"a": [1, 2', 'FILE_NOT_JSON'],
    ['a raw NUL', '{"a": "\0"}', 'FILE_NOT_JSON'],
    ['a NUL', '{"a": "x\\u0000"}', 'FILE_REFUSED'],
    ['half a character', '{"a": "\\ud800"}', 'FILE_REFUSED'],
    ['the other half', '{"a": "\\udc00"}', 'FILE_REFUSED'],
    ['half a character as it is', '{"a": "\ud800"}', 'FILE_REFUSED'],
    ['a name that changes objects', '{"a": {"__proto__": {"admin": true}}}', 'FILE_REFUSED'],
    ['the same, hidden', '{"\\u005f_pro\\u0074o__"  : {}}', 'FILE_REFUSED'],
    ['its cousin', '{"constructor": {"prototype": 1}}', 'FILE_REFUSED'],
    ['depth', '['.repeat(100_000) + ']'.repeat(100_000), 'FILE_REFUSED'],
    ['depth of objects', '{"a":'.repeat(100_000), 'FILE_REFUSED'],
    ['hundreds of thousands of keys', manyKeys(400_000), 'FILE_REFUSED'],
    ['size', JSON.stringify({ a: 'x'.repeat(5 * megabyte) }), 'FILE_TOO_LARGE'],
    ['size in bytes', JSON.stringify({ a: 'ü'.repeat(3 * megabyte) }), 'FILE_TOO_LARGE'],
    ['quotes', '"'.repeat(4 * megabyte), 'FILE_NOT_JSON'],
    ['backslashes', `"${'\\'.repeat(4 * megabyte)}`, 'FILE_NOT_JSON'],
  ])('with %s is refused, soon', (_, text, code) => {
    const start = performance.now();
    expect(codeOf(text)).toBe(code);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('may have such words as values, and many parts', () => {
    expect(codeOf('{"a": "__proto__", "b": "say \\"constructor\\""}')).toBe('ok');
    expect(codeOf(manyKeys(90_000))).toBe('ok');
    expect(codeOf(JSON.stringify({ image: 'x'.repeat(4 * megabyte) }))).toBe('ok');
  });
});
