import type { Operations } from './api/operations.js';
import type { PageConfig } from './page-config.js';
import type { Store } from './store.js';
import type { Visit } from './visit.js';

/** What the actions work with. */
export interface Context {
  config: PageConfig;
  store: Store;
  api: Operations;
  visit: Visit;
  /** Leaves for another page. */
  leave(url: string): void;
  /** Epoch milliseconds. */
  now(): number;
}
