import type { Viewer } from '../access/index.js';
import type { ItemResource, ManageItems } from '../inventory/index.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import type { Tx } from '../platform/transaction.js';
import { unknownId, type WidgetFilter } from './widget-filter.js';
import { filterOf, type Widget } from './widget.js';

type Items = Readonly<Record<ItemResource, Pick<ManageItems, 'readableIds'>>>;

/** A filter with what it is of, by position. */
interface Place {
  readonly path: string;
  readonly filter: WidgetFilter;
}

const placesOf = (widgets: readonly Widget[]): Place[] =>
  widgets.flatMap((widget, index) => {
    const found = filterOf(widget);
    return found ? [{ path: `widgets.${index}.${found.path}`, filter: found.filter }] : [];
  });

const idsOf = (widgets: readonly Widget[], entity: ItemResource): string[] =>
  placesOf(widgets).flatMap(({ filter }) => (filter.entity === entity ? filter.ids : []));

/** The devices and assets that filters name one by one. */
export const createItemReferences = (items: Items) => {
  /** Those that the viewer may read. */
  const readable = async (
    tx: Tx,
    viewer: Viewer,
    widgets: readonly Widget[],
  ): Promise<ReadonlySet<string>> => {
    const known = new Set<string>();
    for (const entity of ['DEVICE', 'ASSET'] as const) {
      const ids = [...new Set(idsOf(widgets, entity))];
      for (const id of await items[entity].readableIds(tx, viewer, ids)) known.add(id);
    }
    return known;
  };

  return {
    readable,

    /** What the viewer may not name. What stood there before may stay, even if it is gone. */
    async faults(
      tx: Tx,
      viewer: Viewer,
      widgets: readonly Widget[],
      before: readonly Widget[],
    ): Promise<InputFault<'NOT_FOUND'>[]> {
      const known = await readable(tx, viewer, widgets);
      const kept = new Set(placesOf(before).flatMap(({ filter }) => filter.ids));
      return placesOf(widgets).flatMap(({ path, filter }) =>
        filter.ids.flatMap((id, index) =>
          known.has(id) || kept.has(id)
            ? []
            : [inputFault(`${path}.ids.${index}`, 'NOT_FOUND' as const, unknownId)],
        ),
      );
    },
  };
};

export type ItemReferences = ReturnType<typeof createItemReferences>;
