import type { Viewer } from '../access/index.js';
import {
  anyItem,
  attributeNameFault,
  type BreakdownBy,
  type ItemFilter,
  type ItemResource,
  type ItemShare,
  type ManageItems,
} from '../inventory/index.js';
import { badUserInput } from '../platform/failures.js';
import { isPlainText } from '../platform/text.js';
import { mostIds, mostTypes, type WidgetFilterInput } from './widget-filter.js';

type Items = Readonly<Record<ItemResource, Pick<ManageItems, 'count' | 'breakdown' | 'types'>>>;

export interface BreakdownQuery {
  readonly filter: WidgetFilterInput;
  readonly by: BreakdownBy['by'];
  readonly attribute: string | null;
  readonly limit: number;
}

const mostValues = 50;

/** @throws BAD_USER_INPUT for lists that are too long and texts that no name can hold */
const toItemFilter = ({ types, nameStartsWith, ids }: WidgetFilterInput): ItemFilter => {
  if ((types?.length ?? 0) > mostTypes || (ids?.length ?? 0) > mostIds) {
    throw badUserInput(`\`filter\`: name at most ${mostTypes} types and ${mostIds} ids.`);
  }
  if ([...(types ?? []), nameStartsWith ?? ''].some((text) => !isPlainText(text))) {
    throw badUserInput('`filter`: remove characters that can not be shown.');
  }
  return {
    ...anyItem,
    types: types ?? [],
    nameStartsWith: nameStartsWith ?? null,
    ...(ids?.length && { ids }),
  };
};

const toBreakdownBy = ({ by, attribute }: BreakdownQuery): BreakdownBy => {
  if (by === 'TYPE') return { by };
  const fault = attributeNameFault(attribute ?? '');
  if (fault) throw badUserInput(`\`attribute\`: ${fault}`);
  return { by, key: attribute ?? '' };
};

/** Figures for widgets: of what the viewer may see, whoever made the dashboard. */
export const createWidgetData = (items: Items) => ({
  count: (viewer: Viewer, filter: WidgetFilterInput): Promise<number> =>
    items[filter.entity].count(viewer, toItemFilter(filter)),

  breakdown: async (viewer: Viewer, query: BreakdownQuery): Promise<ItemShare[]> => {
    const { filter, limit } = query;
    if (limit < 1 || limit > mostValues) {
      throw badUserInput(`\`limit\` is between 1 and ${mostValues}.`);
    }
    const by = toBreakdownBy(query);
    return items[filter.entity].breakdown(viewer, toItemFilter(filter), by, limit);
  },

  types: (viewer: Viewer, kind: ItemResource, search: string | null): Promise<string[]> =>
    items[kind].types(viewer, search),
});

export type WidgetData = ReturnType<typeof createWidgetData>;
