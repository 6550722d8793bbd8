import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useQuery } from '../data/use-query';
import { CURSOR } from './list-query';
import type { PagedList } from './paged-list';

interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number;
}

/**
 * A list that grows without bound: pages by cursor, kept in the address bar. Steps back are known
 * for the pages walked here; behind a pasted address "previous" leads to the first page.
 */
export function useConnection<TData, TVariables extends OperationVariables, Row>(
  document: TypedDocumentNode<TData, TVariables>,
  pick: (data: TData) => Connection<Row>,
  variables: () => Omit<TVariables, 'after' | 'first'> | undefined,
  pageSize = 20,
): PagedList<Row> {
  const route = useRoute();
  const router = useRouter();
  const trail: (string | undefined)[] = [];
  const cursor = () => (route.query[CURSOR] ? String(route.query[CURSOR]) : undefined);

  const query = useQuery(
    document,
    () => {
      const own = variables();
      return own && ({ ...own, first: pageSize, after: cursor() } as unknown as TVariables);
    },
    { keepPrevious: true },
  );
  const connection = computed(() => query.data.value && pick(query.data.value));

  function goTo(after: string | undefined) {
    void router.push({ query: { ...route.query, [CURSOR]: after } });
  }

  return {
    rows: computed(() => connection.value?.nodes),
    total: computed(() => connection.value?.totalCount),
    loading: query.loading,
    error: query.error,
    hasNext: computed(() => connection.value?.pageInfo.hasNextPage ?? false),
    hasPrevious: computed(() => cursor() !== undefined),
    next() {
      trail.push(cursor());
      goTo(connection.value?.pageInfo.endCursor ?? undefined);
    },
    previous: () => goTo(trail.pop()),
    reload: query.refetch,
  };
}
