import { onScopeDispose } from 'vue';
import type { PagedList } from '../ui/list/paged-list';

/** A notice is on its way, and a try ends, within seconds. */
const LOOK_AGAIN_MS = 5_000;

/** Reads the list anew for as long as the page is looked at: what is told meanwhile appears, too. */
export function watchDeliveries(list: PagedList<unknown>): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void list.reload();
  }, LOOK_AGAIN_MS);
  onScopeDispose(() => clearInterval(timer));
}
