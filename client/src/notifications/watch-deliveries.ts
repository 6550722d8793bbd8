import { onScopeDispose } from 'vue';
import type { PagedList } from '../ui/list/paged-list';

/** A try ends within seconds; what is on its way meanwhile is worth a second look. */
const LOOK_AGAIN_MS = 5_000;

/** Reads the list anew for as long as something on it is on its way and the page is looked at. */
export function watchDeliveries(list: PagedList<{ state: string }>): void {
  const timer = setInterval(() => {
    const waits = list.rows.value?.some(({ state }) => state === 'QUEUED') ?? false;
    if (waits && document.visibilityState === 'visible') void list.reload();
  }, LOOK_AGAIN_MS);
  onScopeDispose(() => clearInterval(timer));
}
