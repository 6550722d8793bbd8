import {
  expandPermissions,
  subtractPermissions,
  type GenericPermissions,
  type PermissionMap,
} from './generic-permissions.js';
import { expandGroupOperations } from './group-role.js';
import type { Operation, OperationOrAll } from './permission-matrix.js';

/** What a role says that it gives. Its type never changes after creation. */
export type RoleRights = GenericRights | GroupRights;

export interface GenericRights {
  readonly type: 'GENERIC';
  readonly permissions: PermissionMap;
  /** Taken off inside this role only, after wildcards are expanded. */
  readonly excludedPermissions: PermissionMap;
}

export interface GroupRights {
  readonly type: 'GROUP';
  readonly operations: readonly OperationOrAll[];
}

export type RoleType = RoleRights['type'];

/** What a role really gives: wildcards expanded, exclusions taken off. */
export type ExpandedRights =
  | { readonly type: 'GENERIC'; readonly permissions: GenericPermissions }
  | { readonly type: 'GROUP'; readonly operations: ReadonlySet<Operation> };

export const expandRights = (rights: RoleRights): ExpandedRights => {
  if (rights.type === 'GROUP') {
    return { type: 'GROUP', operations: expandGroupOperations(rights.operations) };
  }
  const excluded = expandPermissions(rights.excludedPermissions);
  const permissions = subtractPermissions(expandPermissions(rights.permissions), excluded);
  return { type: 'GENERIC', permissions };
};

/** What a changed role gives beyond what it gave before. */
export const addedRights = (before: ExpandedRights, after: ExpandedRights): ExpandedRights => {
  if (before.type === 'GENERIC' && after.type === 'GENERIC') {
    const permissions = subtractPermissions(after.permissions, before.permissions);
    return { type: 'GENERIC', permissions };
  }
  if (before.type === 'GROUP' && after.type === 'GROUP') {
    const added = [...after.operations].filter((operation) => !before.operations.has(operation));
    return { type: 'GROUP', operations: new Set(added) };
  }
  return after;
};

export const givesNothing = (rights: ExpandedRights): boolean =>
  (rights.type === 'GENERIC' ? rights.permissions : rights.operations).size === 0;
