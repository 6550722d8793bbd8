import { diffWords } from 'diff';

export interface Piece {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

const BLOCKS = /<\/(p|h[1-4]|li|blockquote)>|<br ?\/?>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words of sanitised HTML, a line for each block. */
export const toPlainText = (html: string): string =>
  html
    .replace(BLOCKS, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_entity, name: string) => ENTITIES[name] ?? '')
    .replace(/\n+/g, '\n')
    .trim();

/** What changed between two versions of a text, word by word. */
export const wordDifference = (before: string, after: string): Piece[] =>
  diffWords(toPlainText(before), toPlainText(after)).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
