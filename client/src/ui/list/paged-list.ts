import type { ComputedRef, Ref, ShallowRef } from 'vue';

/** What DataTable and ListPager need of a list, whichever way the API pages it. */
export interface PagedList<Row> {
  /** Undefined until the first answer. */
  rows: ComputedRef<readonly Row[] | undefined>;
  /** Undefined where the API was not asked to count. */
  total: ComputedRef<number | undefined>;
  loading: Ref<boolean>;
  error: ShallowRef<Error | undefined>;
  hasNext: ComputedRef<boolean>;
  hasPrevious: ComputedRef<boolean>;
  next: () => void;
  previous: () => void;
  reload: () => Promise<void>;
}
