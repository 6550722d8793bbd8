import type { Principal } from '../access/index.js';
import type { OffsetPage, SortDirection } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { Dashboard, DashboardSummary } from './dashboard.js';
import type { Widget } from './widget.js';

export interface DashboardFilter {
  /** Part of title or description. */
  readonly search: string | null;
  readonly ownerCustomerId: string | null;
  /** A group that the reader may not read holds nothing. */
  readonly groupId: string | null;
}

/** Equal ones by id. */
export interface DashboardSort {
  readonly field: 'TITLE' | 'CREATED_AT' | 'UPDATED_AT';
  readonly direction: SortDirection;
}

export interface DashboardQuery {
  readonly filter: DashboardFilter;
  readonly sort: DashboardSort;
  readonly offset: number;
  readonly limit: number;
}

/** The reader never gets a dashboard that they may not read. */
export interface DashboardRepository {
  find(tx: Tx, reader: Principal, id: string): Promise<Dashboard | null>;
  /** Nobody else changes the row until the transaction ends. */
  findForChange(tx: Tx, reader: Principal, id: string): Promise<Dashboard | null>;
  /** Nobody deletes it until the transaction ends. */
  findForUse(tx: Tx, reader: Principal, id: string): Promise<DashboardSummary | null>;
  findReadable(tx: Tx, reader: Principal, ids: readonly string[]): Promise<DashboardSummary[]>;
  list(tx: Tx, reader: Principal, query: DashboardQuery): Promise<OffsetPage<DashboardSummary>>;
  /** Whoever asks: beside a dashboard that the viewer was shown. */
  widgetsOf(tx: Tx, ids: readonly string[]): Promise<{ id: string; widgets: Widget[] }[]>;
  /** @returns false when the owning customer was deleted meanwhile */
  insert(tx: Tx, dashboard: Dashboard): Promise<boolean>;
  update(tx: Tx, dashboard: Dashboard): Promise<void>;
  delete(tx: Tx, id: string): Promise<void>;
}
