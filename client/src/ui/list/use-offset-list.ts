import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useQuery } from '../data/use-query';
import { PAGE } from './list-query';
import type { PagedList } from './paged-list';

interface OffsetList<Row> {
  items: readonly Row[];
  totalCount: number;
}

/** A list that stays small: pages by number, kept in the address bar. */
export function useOffsetList<TData, TVariables extends OperationVariables, Row>(
  document: TypedDocumentNode<TData, TVariables>,
  pick: (data: TData) => OffsetList<Row>,
  variables: () => Omit<TVariables, 'offset' | 'limit'> | undefined,
  pageSize = 20,
): PagedList<Row> {
  const route = useRoute();
  const router = useRouter();
  const page = computed(() => Math.max(1, Math.trunc(Number(route.query[PAGE])) || 1));

  const query = useQuery(
    document,
    () => {
      const own = variables();
      const offset = (page.value - 1) * pageSize;
      return own && ({ ...own, offset, limit: pageSize } as unknown as TVariables);
    },
    { keepPrevious: true },
  );
  const list = computed(() => query.data.value && pick(query.data.value));
  const total = computed(() => list.value?.totalCount);

  function goTo(number: number) {
    void router.push({ query: { ...route.query, [PAGE]: number > 1 ? number : undefined } });
  }

  return {
    rows: computed(() => list.value?.items),
    total,
    loading: query.loading,
    error: query.error,
    hasNext: computed(() => page.value * pageSize < (total.value ?? 0)),
    hasPrevious: computed(() => page.value > 1),
    next: () => goTo(page.value + 1),
    previous: () => goTo(page.value - 1),
    reload: query.refetch,
  };
}
