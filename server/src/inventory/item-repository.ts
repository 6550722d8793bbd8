import type { Principal } from '../access/index.js';
import type { Page, SortDirection } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { InventoryItem } from './inventory-item.js';

/** Rows that meet all of these. */
export interface ItemFilter {
  /** Part of name, label or type. */
  readonly search: string | null;
  readonly type: string | null;
  readonly ownerCustomerId: string | null;
  /** A group that the reader may not read holds nothing. */
  readonly groupId: string | null;
  /** One of these types; absent or none: every type. */
  readonly types?: readonly string[];
  /** How the name begins, in any case. */
  readonly nameStartsWith?: string | null;
  /** One of these; absent: all. What is no id names nothing. */
  readonly ids?: readonly string[];
}

/** Every row that the reader may read. */
export const anyItem: ItemFilter = {
  search: null,
  type: null,
  ownerCustomerId: null,
  groupId: null,
};

/** Rows of one sort value are in the order of their ids. */
export interface ItemSort {
  readonly field: 'NAME' | 'CREATED_AT' | 'TYPE' | 'LABEL';
  readonly direction: SortDirection;
}

/** Where a page starts: behind this row. */
export interface ItemPosition {
  readonly value: string | Date;
  readonly id: string;
}

export interface ItemQuery {
  readonly filter: ItemFilter;
  readonly sort: ItemSort;
  readonly first: number;
  readonly after: ItemPosition | null;
}

/** What {@link ItemRepository.breakdown} counts by. */
export type BreakdownBy =
  { readonly by: 'TYPE' } | { readonly by: 'ATTRIBUTE'; readonly key: string };

/** How many rows have this value; null: have none. */
export interface ItemShare {
  readonly value: string | null;
  readonly count: number;
}

/** `owner-gone`: the owning customer was deleted meanwhile. */
export type WriteOutcome = 'written' | 'name-taken' | 'owner-gone';

/** Devices or assets; the reader never gets a row that they may not read. */
export interface ItemRepository {
  find(tx: Tx, reader: Principal, id: string): Promise<InventoryItem | null>;
  /** Nobody else changes the row until the transaction ends. */
  findForChange(tx: Tx, reader: Principal, id: string): Promise<InventoryItem | null>;
  list(tx: Tx, reader: Principal, query: ItemQuery): Promise<Page<InventoryItem>>;
  /** Capped. */
  count(tx: Tx, reader: Principal, filter: ItemFilter): Promise<number>;
  /**
   * Most first. Counts by an attribute see the rows whose attributes the reader may read, and of
   * more than 100,000 rows only so many are looked at.
   */
  breakdown(
    tx: Tx,
    reader: Principal,
    filter: ItemFilter,
    by: BreakdownBy,
    limit: number,
  ): Promise<ItemShare[]>;
  /** Types in use, by name. */
  types(tx: Tx, reader: Principal, search: string | null, limit: number): Promise<string[]>;
  insert(tx: Tx, item: InventoryItem): Promise<WriteOutcome>;
  update(tx: Tx, item: InventoryItem): Promise<WriteOutcome>;
  delete(tx: Tx, id: string): Promise<void>;
}
