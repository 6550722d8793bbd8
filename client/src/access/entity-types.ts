import type { EntityType, Resource } from '../generated/graphql';

/** In the order of the filters. */
export const ENTITY_TYPES: readonly EntityType[] = [
  'USER',
  'DEVICE',
  'ASSET',
  'DASHBOARD',
  'CUSTOMER',
];

export const groupResourceOf = (type: EntityType) => `${type}_GROUP` as const satisfies Resource;

/** Route of the page or form of one member. */
export const MEMBER_ROUTE = {
  USER: 'user',
  DEVICE: 'devices',
  ASSET: 'assets',
  DASHBOARD: 'dashboard',
  CUSTOMER: 'customer',
} as const satisfies Record<EntityType, string>;
