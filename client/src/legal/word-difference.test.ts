import { expect, it } from 'vitest';
import { toPlainText, wordDifference } from './word-difference';

it('reads blocks as lines and entities as characters', () => {
  expect(toPlainText('<h2>A</h2><p>b &amp; &lt;c&gt;</p><ul><li>d</li></ul>')).toBe(
    'A\nb & <c>\nd',
  );
});

it('tells what was added and removed, word by word', () => {
  const pieces = wordDifference('<p>We keep much data.</p>', '<p>We keep little data.</p>');
  expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
    { text: 'much', kind: 'removed' },
    { text: 'little', kind: 'added' },
  ]);
});
