import { expect, it } from 'vitest';
import { withStylesAside } from './mail-frame';

it('sets aside styles of elements and of the page, and leaves texts alone', () => {
  const html =
    '<style>.page { color: red; }</style><p class="a" style="margin:0">It says style="x" here</p>';
  expect(withStylesAside(html)).toEqual({
    sheet: '.page { color: red; }',
    html: '<p class="a" data-style="margin:0">It says style="x" here</p>',
  });
});
