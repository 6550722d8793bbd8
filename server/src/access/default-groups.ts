import type { EntityType } from './entity-group.js';
import type { DefaultRoleName } from './default-roles.js';

/** The user groups that come by themselves, with the role that each of them holds. */
export const defaultGroups = {
  'Tenant Administrators': 'Tenant Administrator',
  'Tenant Users': 'Tenant User',
  'Customer Administrators': 'Customer Administrator',
  'Customer Users': 'Customer User',
  // Holds what the sign-up page says.
  'Self Registration Users': null,
} as const satisfies Record<string, DefaultRoleName | null>;

export type DefaultGroupName = keyof typeof defaultGroups;

/** Name of the group of each type that holds whatever its owner owns. */
export const allGroupName = 'All';

/** Names under which a group comes by itself, sooner or later. */
export const isReservedName = (type: EntityType, name: string): boolean =>
  name === allGroupName || (type === 'USER' && name in defaultGroups);
