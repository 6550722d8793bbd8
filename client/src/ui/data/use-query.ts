import type { ObservableQuery, OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  onScopeDispose,
  ref,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
  type ShallowRef,
} from 'vue';
import { useApollo } from './apollo';

export interface QueryState<TData> {
  data: ShallowRef<TData | undefined>;
  error: ShallowRef<Error | undefined>;
  loading: Ref<boolean>;
  /** Asks the server again. Never rejects: a failure arrives in `error`. */
  refetch: () => Promise<void>;
}

export interface QueryOptions {
  /** Keep showing the former data while other variables load; for lists, not for single things. */
  keepPrevious?: boolean;
}

/**
 * Follows a query for as long as the component lives: shows what the cache has, asks the server,
 * and starts anew when the variables change. Variables `undefined` mean: not yet.
 */
export function useQuery<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: MaybeRefOrGetter<TVariables | undefined>,
  options: QueryOptions = {},
): QueryState<TData> {
  const client = useApollo();
  const data = shallowRef<TData>();
  const error = shallowRef<Error>();
  const loading = ref(false);
  let current: ObservableQuery<TData, OperationVariables> | undefined;
  let subscription: { unsubscribe: () => void } | undefined;

  function follow(next: TVariables | undefined) {
    subscription?.unsubscribe();
    current = undefined;
    if (!options.keepPrevious) data.value = undefined;
    if (!next) return;
    loading.value = true;
    current = client.watchQuery<TData, OperationVariables>({
      query: document,
      variables: next,
      fetchPolicy: 'cache-and-network',
    });
    // Apollo 4 hands errors to `next`, not to `error`.
    subscription = current.subscribe((result) => {
      loading.value = result.loading;
      error.value = result.error;
      if (result.dataState === 'complete') data.value = result.data;
    });
  }

  watch(
    () => JSON.stringify(toValue(variables)),
    () => follow(toValue(variables)),
    { immediate: true },
  );
  onScopeDispose(() => subscription?.unsubscribe());

  async function refetch() {
    loading.value = true;
    try {
      await current?.refetch();
    } catch (failure) {
      error.value = failure as Error;
    } finally {
      loading.value = false;
    }
  }

  return { data, error, loading, refetch };
}
