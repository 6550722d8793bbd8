import { expect, it } from 'vitest';
import { withoutStyles, withPlainSpaces } from './rich-text-html';

it.each([
  [`<p style="color:red">a</p>`, '<p>a</p>'],
  [`<p class="x" STYLE='color:red' id=y>a</p>`, '<p class="x" id=y>a</p>'],
  ['<p style=color:red>a</p>', '<p>a</p>'],
  ['<style>p{}</style ><p>a</p>', '<p>a</p>'],
  ['<p>style="kept"</p>', '<p>style="kept"</p>'],
])('takes styles off %s', (html, clean) => {
  expect(withoutStyles(html)).toBe(clean);
});

it('lets lines break again', () => {
  expect(withPlainSpaces('a&nbsp;b\u00a0c')).toBe('a b c');
});
