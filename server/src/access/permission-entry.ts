import type { PermissionMap } from './generic-permissions.js';
import type { OperationOrAll, ResourceOrAll } from './permission-matrix.js';

/** A line of a generic role, as the API lists them. */
export interface PermissionEntry {
  readonly resource: ResourceOrAll;
  readonly operations: readonly OperationOrAll[];
}

/** Entries of the same resource are united, empty ones dropped. */
export const toPermissionMap = (entries: readonly PermissionEntry[]): PermissionMap => {
  const map: Partial<Record<ResourceOrAll, OperationOrAll[]>> = {};
  for (const { resource, operations } of entries) {
    if (operations.length > 0)
      map[resource] = [...new Set([...(map[resource] ?? []), ...operations])];
  }
  return map;
};

export const toPermissionEntries = (map: PermissionMap): PermissionEntry[] =>
  Object.entries(map).map(([resource, operations]) => ({
    resource: resource as ResourceOrAll,
    operations,
  }));
