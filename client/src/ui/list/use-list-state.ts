import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { mergeListQuery } from './list-query';

interface ListState<T> {
  /** What the address bar says, with the defaults where it says nothing. */
  state: ComputedRef<T>;
  /** Writes to the address bar and goes back to the first page. */
  change: (patch: Partial<T>) => void;
  /** True when the list shows less than everything. */
  filtered: ComputedRef<boolean>;
  reset: () => void;
}

/** Search, filter and sort of a list, kept in the address bar. */
export function useListState<T extends Record<string, string>>(defaults: T): ListState<T> {
  const route = useRoute();
  const router = useRouter();
  const keys = Object.keys(defaults);

  const state = computed(
    () =>
      Object.fromEntries(keys.map((key) => [key, String(route.query[key] ?? defaults[key])])) as T,
  );

  function change(patch: Partial<T>) {
    const query = mergeListQuery(route.query, patch as Record<string, string>, defaults);
    void router.replace({ query });
  }

  return {
    state,
    change,
    filtered: computed(() => keys.some((key) => state.value[key] !== defaults[key])),
    reset: () => change(defaults),
  };
}
