import type { InventorySort } from '../generated/graphql';

/** What the address bar says about the list of devices or of assets. */
export type ItemListState = Record<'search' | 'type' | 'owner' | 'sort', string>;

export const ITEM_SORTS: Record<string, InventorySort> = {
  name: { field: 'NAME', direction: 'ASC' },
  nameDown: { field: 'NAME', direction: 'DESC' },
  newest: { field: 'CREATED_AT', direction: 'DESC' },
  oldest: { field: 'CREATED_AT', direction: 'ASC' },
};

export const DEFAULT_ITEM_LIST: ItemListState = { search: '', type: '', owner: '', sort: 'name' };

/** The order alone hides nothing. */
export function hidesRows({ search, type, owner }: ItemListState): boolean {
  return Boolean(search || type || owner);
}
