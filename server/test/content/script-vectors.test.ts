import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sanitiseRichText } from '../../src/platform/rich-text/sanitise-rich-text.js';

/** Ways to have a script run by the browser of whoever reads a text, one a line. */
const vectors = readFileSync(new URL('script-vectors.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

/** Everything that a sanitised text may have between `<` and `>`. */
const harmlessTag =
  /^<(?:\/?(?:p|h[1-4]|blockquote|strong|em|u|s|sub|sup|ul|ol|li)|br \/|hr \/|\/a|a(?: href="(?:https?:\/\/|mailto:|tel:|[^":]*")[^"<>]*"?)?(?: rel="noopener noreferrer" target="_blank")?)>$/;

it('there are more than a hundred of them, each another one', () => {
  expect(new Set(vectors).size).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThan(100);
});

it.each(vectors)('%s leaves nothing that could run', (vector) => {
  for (const text of [vector, `<p>${vector}</p>`, `<a href="https://a.example">${vector}</a>`]) {
    const clean = sanitiseRichText(text);
    const tags = clean.match(/<[^>]*>?/g) ?? [];
    expect(tags.filter((tag) => !harmlessTag.test(tag))).toEqual([]);
    expect(clean).not.toMatch(/href="\s*(?:javascript|data|vbscript|blob|\/\/)/i);
  }
});
