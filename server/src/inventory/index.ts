import type { Ownership } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import { AssetResolver } from './graphql/asset.js';
import { DeviceResolver } from './graphql/device.js';
import { createManageItems } from './manage-items.js';
import { createReadOwnItems } from './own-items.js';
import { itemRows } from './postgres/item-rows.js';

export { keyFault as attributeNameFault } from './attributes.js';
export { InventorySortField } from './graphql/inventory-sort.input.js';
export type { ItemResource } from './inventory-item.js';
export {
  anyItem,
  type BreakdownBy,
  type ItemFilter,
  type ItemShare,
  type ItemSort,
} from './item-repository.js';
export type { ManageItems } from './manage-items.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
}

export const createInventory = ({ database, ...deps }: Deps) => {
  const itemDeps = { transact: database.transact, ...deps };
  const devices = createManageItems('DEVICE', itemRows('DEVICE', 'devices'), itemDeps);
  const assets = createManageItems('ASSET', itemRows('ASSET', 'assets'), itemDeps);
  return {
    devices,
    assets,
    readOwnItems: createReadOwnItems({ devices, assets }),
    resolvers: [new DeviceResolver(devices), new AssetResolver(assets)],
  };
};
