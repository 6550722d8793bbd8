import { computed, shallowRef, watch } from 'vue';
import type { ItemKind, WidgetDevicesQueryVariables } from '../../generated/graphql';
import { useQuery } from '../../ui/data/use-query';
import type { PagedList } from '../../ui/list/paged-list';
import { WIDGET_ITEMS, type WidgetRow } from './widget-items';

/** Rows of one table among several: its pages stay out of the address bar. */
export function useWidgetRows(
  kind: ItemKind,
  variables: () => Omit<WidgetDevicesQueryVariables, 'after'> | undefined,
): PagedList<WidgetRow> {
  /** The cursors walked so far; the last one opens this page. */
  const trail = shallowRef<readonly string[]>([]);
  watch(
    () => JSON.stringify(variables()),
    () => (trail.value = []),
  );

  const query = useQuery(
    WIDGET_ITEMS[kind],
    () => {
      const own = variables();
      return own && { ...own, after: trail.value.at(-1) ?? null };
    },
    { keepPrevious: true },
  );
  const page = computed(() => query.data.value?.items);

  return {
    rows: computed(() => page.value?.nodes),
    total: computed(() => page.value?.totalCount),
    loading: query.loading,
    error: query.error,
    hasNext: computed(() => page.value?.pageInfo.hasNextPage ?? false),
    hasPrevious: computed(() => trail.value.length > 0),
    next() {
      const cursor = page.value?.pageInfo.endCursor;
      if (cursor) trail.value = [...trail.value, cursor];
    },
    previous: () => (trail.value = trail.value.slice(0, -1)),
    reload: query.refetch,
  };
}
