import { describe, expect, it } from 'vitest';
import { ADDABLE, newWidget, toPossiblePlace, toWidgetInput } from './widget-draft';

describe('a new widget', () => {
  it.each(ADDABLE)('%s brings the part of its kind and no other', (kind) => {
    const { table, counter, text, chart } = toWidgetInput(newWidget(kind, []), () => false);
    expect([table, counter, text, chart].filter(Boolean)).toHaveLength(1);
  });

  it('stands below all others', () => {
    const first = newWidget('CHART', []);
    const second = newWidget('TEXT', [first, { column: 0, row: 2, width: 1, height: 9 }]);
    expect([first.row, second.row]).toEqual([0, 11]);
  });

  it('gets its id from the API', () => {
    const widget = newWidget('TEXT', []);
    expect(toWidgetInput(widget, () => false)).not.toHaveProperty('id');
    expect(toWidgetInput(widget, () => true)).toMatchObject({ id: widget.id });
  });
});

describe('a place', () => {
  it.each([
    [{ column: 30, row: 0, width: 12, height: 4 }, { column: 12 }],
    [
      { column: -1, row: -5, width: 0, height: 0 },
      { column: 0, row: 0, width: 1, height: 1 },
    ],
    [
      { column: 3, row: 50_000, width: 90, height: 900 },
      { column: 0, row: 9_999, width: 24, height: 100 },
    ],
    [{ column: Number.NaN, row: 1, width: 2, height: 3 }, { column: 0 }],
  ])('stays inside the grid: %o', (wanted, expected) => {
    expect(toPossiblePlace(wanted)).toMatchObject(expected);
  });
});

it('leaves out of a chart what does not belong to its subject', () => {
  const widget = newWidget('CHART', []);
  const chart = {
    ...widget.chart!,
    subject: 'REGISTRATIONS_OVER_TIME' as const,
    attribute: 'floor',
  };
  expect(toWidgetInput({ ...widget, chart }, () => false).chart).toEqual({
    ...{ kind: 'BARS', subject: 'REGISTRATIONS_OVER_TIME', days: 30 },
  });
});
