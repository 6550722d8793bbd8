import type { InventoryFilter, WidgetFilterInput } from '../generated/graphql';
import type { WidgetFilter } from './widget';

/** The filter as an input: results carry more than inputs may. */
export function toFilterInput(filter: WidgetFilter): WidgetFilterInput {
  const { entity, types, nameStartsWith, ids, followsSelection } = filter;
  return { entity, types, nameStartsWith: nameStartsWith || null, ids, followsSelection };
}

/** The same for the lists of devices and of assets. An empty list of a widget means: all of them. */
export function toInventoryFilter(filter: WidgetFilter, search: string): InventoryFilter {
  return {
    search: search || null,
    types: filter.types.length ? filter.types : null,
    nameStartsWith: filter.nameStartsWith || null,
    ids: filter.ids.length ? filter.ids : null,
  };
}
