import { describe, expect, it } from 'vitest';
import { makeRoom } from './make-room';
import { newWidget } from './widget-draft';

const at = (id: string, column: number, row: number, width: number, height: number) => ({
  ...newWidget('TEXT', []),
  ...{ id, column, row, width, height },
});
const rowsOf = (widgets: { id: string; row: number }[]) =>
  Object.fromEntries(widgets.map(({ id, row }) => [id, row]));

describe('making room', () => {
  const widgets = [at('counter', 0, 0, 6, 3), at('text', 6, 0, 18, 3), at('table', 0, 3, 24, 10)];

  it('moves what stands in the way down, and nothing else', () => {
    const moved = makeRoom(widgets, 'counter', { column: 0, row: 1, width: 6, height: 3 });
    expect(rowsOf(moved)).toEqual({ counter: 1, text: 0, table: 4 });
  });

  it('goes on until nothing overlaps', () => {
    const stacked = [...widgets, at('chart', 0, 13, 12, 8)];
    const moved = makeRoom(stacked, 'counter', { column: 0, row: 0, width: 6, height: 5 });
    expect(rowsOf(moved)).toEqual({ counter: 0, text: 0, table: 5, chart: 15 });
  });

  it('keeps the order of the widgets', () => {
    const moved = makeRoom(widgets, 'table', { column: 0, row: 0, width: 24, height: 10 });
    expect(moved.map(({ id }) => id)).toEqual(['counter', 'text', 'table']);
    expect(rowsOf(moved)).toEqual({ table: 0, counter: 10, text: 10 });
  });
});
