import { member, membersOf, numberOf } from '../json-value.js';
import { gridColumns, placeRanges, type WidgetPlace } from '../widget.js';

/** ThingsBoard's own figures, where a file leaves them out. */
const usual = { columns: 24, width: 8, height: 6 } as const;

const clamp = (value: number, { min, max }: { min: number; max: number }): number =>
  Math.min(Math.max(Math.round(value), min), max);

/** A place on the file's grid as one on ours: cells keep their proportions. */
const readPlace = (layout: unknown, columns: number): WidgetPlace => {
  const scale = gridColumns / columns;
  const scaled = (name: string, otherwise: number): number =>
    (numberOf(member(layout, name)) ?? otherwise) * scale;
  const column = clamp(scaled('col', 0), placeRanges.column);
  return {
    column,
    row: clamp(scaled('row', 0), placeRanges.row),
    width: clamp(scaled('sizeX', usual.width), { min: 1, max: gridColumns - column }),
    height: clamp(scaled('sizeY', usual.height), placeRanges.height),
  };
};

const columnsOf = (grid: unknown): number => {
  const columns = numberOf(member(grid, 'columns'));
  return columns !== null && columns >= 1 && columns <= 1_000 ? columns : usual.columns;
};

/** The state that a dashboard opens with. */
const rootState = (states: unknown): unknown => {
  const all = membersOf(states);
  const [, root] = all.find(([, state]) => member(state, 'root') === true) ?? [];
  return root ?? member(states, 'default') ?? all[0]?.[1];
};

/**
 * Where widgets stand that are seen when the dashboard opens, by their id, from above. Null for files
 * older than states, whose widgets say so themselves.
 */
export const placesOfRoot = (configuration: unknown): ReadonlyMap<string, WidgetPlace> | null => {
  const states = member(configuration, 'states');
  if (membersOf(states).length === 0) return null;
  const main = member(rootState(states), 'layouts', 'main');
  const columns = columnsOf(member(main, 'gridSettings'));
  const places = membersOf(member(main, 'widgets')).map(([id, layout]): [string, WidgetPlace] => [
    id,
    readPlace(layout, columns),
  ]);
  return new Map(places.sort(([, a], [, b]) => a.row - b.row || a.column - b.column));
};

/** Where a widget of an older file stands. */
export const ownPlace = (configuration: unknown, widget: unknown): WidgetPlace =>
  readPlace(widget, columnsOf(member(configuration, 'gridSettings')));
