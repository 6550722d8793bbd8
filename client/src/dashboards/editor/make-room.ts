import { inReadingOrder, type Place, type Widget } from '../widget';

const overlap = (one: Place, other: Place) =>
  one.column < other.column + other.width &&
  other.column < one.column + one.width &&
  one.row < other.row + other.height &&
  other.row < one.row + one.height;

/** Puts one widget where it is wanted; whatever stands in its way moves down as far as it must. */
export function makeRoom(widgets: readonly Widget[], id: string, wanted: Place): Widget[] {
  const settled: Widget[] = [];
  const moved = widgets.filter((widget) => widget.id === id).map((one) => ({ ...one, ...wanted }));
  const others = inReadingOrder(widgets.filter((widget) => widget.id !== id));
  for (const widget of [...moved, ...others]) {
    const free = { ...widget };
    for (let hit = hitOf(free); hit; hit = hitOf(free)) free.row = hit.row + hit.height;
    settled.push(free);
  }
  function hitOf(widget: Widget) {
    return settled.find((other) => overlap(widget, other));
  }
  return widgets.map((widget) => settled.find((one) => one.id === widget.id) ?? widget);
}
