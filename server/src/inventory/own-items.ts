import type { Viewer } from '../access/index.js';
import type { ItemView } from './inventory-item.js';
import type { ItemFilter, ItemSort } from './item-repository.js';
import type { ManageItems } from './manage-items.js';

/** Of each kind; nobody's own file grows beyond it. */
const mostItems = 10_000;
const pageSize = 100;
const byAge: ItemSort = { field: 'CREATED_AT', direction: 'ASC' };

const readAll = async (
  items: ManageItems,
  viewer: Viewer,
  filter: ItemFilter,
): Promise<ItemView[]> => {
  const found: ItemView[] = [];
  for (let more = true; more && found.length < mostItems;) {
    const last = found.at(-1);
    const after = last ? { value: last.createdAt, id: last.id } : null;
    const page = await items.list(viewer, { filter, sort: byAge, first: pageSize, after });
    found.push(...page.rows);
    more = page.hasNextPage;
  }
  return found;
};

/** Devices and assets of the viewer's own customer, as far as their roles show them. */
export const createReadOwnItems =
  ({ devices, assets }: { readonly devices: ManageItems; readonly assets: ManageItems }) =>
  async (viewer: Viewer) => {
    const filter: ItemFilter = {
      ...{ search: null, type: null, groupId: null },
      ownerCustomerId: viewer.principal.customerId,
    };
    return {
      devices: await readAll(devices, viewer, filter),
      assets: await readAll(assets, viewer, filter),
    };
  };
