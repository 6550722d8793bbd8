import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey } from 'vue';
import type { ItemKind } from '../generated/graphql';
import { useQuery } from '../ui/data/use-query';
import type { Widget, WidgetFilter } from './widget';
import { toInventoryFilter } from './widget-filter';
import { WIDGET_ITEMS } from './widgets/widget-items';

interface ChosenItem {
  /** Whether a widget of this dashboard follows what is chosen among this kind. */
  isFollowed: (kind: ItemKind) => boolean;
  idOf: (kind: ItemKind) => string | undefined;
  choose: (kind: ItemKind, id: string) => void;
}

const chosenKey: InjectionKey<ChosenItem> = Symbol('chosen item');

const filterOf = ({ table, counter, chart }: Widget) =>
  table?.filter ?? counter?.filter ?? chart?.filter;

/** Lets the widgets of one dashboard follow the row that is chosen in one of its tables. */
export function provideChosenItem(widgets: () => readonly Widget[]) {
  const chosen = shallowRef<Partial<Record<ItemKind, string>>>({});
  provide(chosenKey, {
    isFollowed: (kind) =>
      widgets().some((widget) => {
        const filter = filterOf(widget);
        return filter?.followsSelection && filter.entity === kind;
      }),
    idOf: (kind) => chosen.value[kind],
    choose: (kind, id) => (chosen.value = { ...chosen.value, [kind]: id }),
  });
}

export function useChosenItem(): ChosenItem {
  const chosen = inject(chosenKey);
  if (!chosen) throw new Error('useChosenItem() needs a dashboard around it');
  return chosen;
}

/**
 * The filter of a widget with what is chosen elsewhere put in; while nothing is chosen, the first
 * one stands for it. Undefined until that one is known.
 */
export function useFollowedFilter(
  filter: () => WidgetFilter | undefined,
): ComputedRef<WidgetFilter | undefined> {
  const { idOf } = useChosenItem();
  const chosenId = computed(() => {
    const wanted = filter();
    return wanted?.followsSelection ? idOf(wanted.entity) : undefined;
  });
  const first = useQuery(WIDGET_ITEMS[filter()?.entity ?? 'DEVICE'], () => {
    const wanted = filter();
    if (!wanted?.followsSelection || chosenId.value) return undefined;
    const sort = { field: 'NAME', direction: 'ASC' } as const;
    return { filter: toInventoryFilter(wanted, ''), sort, first: 1, attributes: false };
  });

  return computed(() => {
    const wanted = filter();
    if (!wanted?.followsSelection) return wanted;
    const id = chosenId.value ?? first.data.value?.items.nodes[0]?.id;
    if (id) return { ...wanted, ids: [id] };
    return first.data.value ? wanted : undefined;
  });
}
