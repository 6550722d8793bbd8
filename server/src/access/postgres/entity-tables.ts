import type { EntityType } from '../entity-group.js';

interface EntityTable {
  readonly table: string;
  /** The owning customer, null for the tenant. */
  readonly owner: string;
  /** What a list shows, for rows under the alias `e`. */
  readonly name: string;
  /** The reference in entity_group_members. */
  readonly member: string;
}

/** Where the entities of each type are kept. */
export const entityTables: Record<EntityType, EntityTable> = {
  CUSTOMER: {
    table: 'customers',
    owner: 'parent_customer_id',
    name: 'e.title',
    member: 'customer_id',
  },
  USER: {
    table: 'users',
    owner: 'customer_id',
    name: `coalesce(nullif(concat_ws(' ', e.first_name, e.last_name), ''), e.email)`,
    member: 'user_id',
  },
  DEVICE: { table: 'devices', owner: 'owner_customer_id', name: 'e.name', member: 'device_id' },
  ASSET: { table: 'assets', owner: 'owner_customer_id', name: 'e.name', member: 'asset_id' },
  DASHBOARD: {
    table: 'dashboards',
    owner: 'owner_customer_id',
    name: 'e.title',
    member: 'dashboard_id',
  },
};
