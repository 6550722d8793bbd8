import { placeRanges, type WidgetPlace } from './widget.js';

const overlap = (one: WidgetPlace, other: WidgetPlace): boolean =>
  one.column < other.column + other.width &&
  other.column < one.column + one.width &&
  one.row < other.row + other.height &&
  other.row < one.row + one.height;

/** From above, one after the other: what has no room where it is wanted moves down until it has. */
const settleFrom = (wanted: readonly WidgetPlace[]): readonly WidgetPlace[] => {
  const rows = wanted.map(({ row }) => row);
  const settled: WidgetPlace[] = [];
  const order = wanted
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
  for (const { place, index } of order) {
    let free = place;
    for (let hit; (hit = settled.find((one) => overlap(free, one)));) {
      free = { ...free, row: hit.row + hit.height };
    }
    settled.push(free);
    rows[index] = free.row;
  }
  return wanted.map((place, index) => ({ ...place, row: rows[index] ?? place.row }));
};

/**
 * Widgets in the order given, none of which stands on another one. A layout that this makes longer
 * than the grid moves up as far as it can: together they are never as high as the grid.
 */
export const settleWidgets = <T extends WidgetPlace>(widgets: readonly T[]): readonly T[] => {
  const places = settleFrom(widgets);
  const isTooLong = places.some(({ row }) => row > placeRanges.row.max);
  const fitting = isTooLong ? settleFrom(places.map((place) => ({ ...place, row: 0 }))) : places;
  return widgets.map((widget, index) => ({ ...widget, row: fitting[index]?.row ?? widget.row }));
};
