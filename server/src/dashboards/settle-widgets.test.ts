import { expect, it } from 'vitest';
import { settleWidgets } from './settle-widgets.js';
import { mostWidgets } from './parse-widgets.js';
import { placeRanges } from './widget.js';

const place = (column: number, row: number, width = 12, height = 6) => ({
  ...{ column, row, width, height },
});

it('leaves alone what stands side by side', () => {
  const widgets = [place(12, 0), place(0, 0), place(0, 6, 24)];
  expect(settleWidgets(widgets)).toEqual(widgets);
});

it('moves down what stands on another widget, and what that would stand on', () => {
  expect(settleWidgets([place(6, 3), place(0, 0), place(0, 6)])).toEqual([
    place(6, 6),
    place(0, 0),
    place(0, 12),
  ]);
});

it('keeps within the grid whatever it is given', () => {
  const { max } = placeRanges.row;
  const highest = placeRanges.height.max;
  const widgets = Array.from({ length: mostWidgets }, () => place(0, max, 24, highest));
  const rows = settleWidgets(widgets).map(({ row }) => row);
  expect(rows).toEqual(widgets.map((_, index) => index * highest));
  expect(Math.max(...rows)).toBeLessThanOrEqual(max);
});
