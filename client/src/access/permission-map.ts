import type { Operation, Resource, ResourcePermissionInput } from '../generated/graphql';
import { ALLOWED_OPERATIONS, WITHOUT_WILDCARD } from './allowed-operations';

/** What a generic role says: resource → operations, the wildcard `ALL` as such. */
export type PermissionMap = Partial<Record<Resource, readonly Operation[]>>;

export const RESOURCES = Object.keys(ALLOWED_OPERATIONS) as Exclude<Resource, 'ALL'>[];
const EVERY_OPERATION = [...new Set(Object.values(ALLOWED_OPERATIONS).flat())];

/** The operations to offer for a resource, the wildcard first where there is one. */
export function offeredOperations(resource: Resource): readonly Operation[] {
  if (resource === 'ALL') return ['ALL', ...EVERY_OPERATION];
  const allowed = ALLOWED_OPERATIONS[resource];
  return WITHOUT_WILDCARD.has(resource) ? allowed : ['ALL', ...allowed];
}

export function isNamed(map: PermissionMap, resource: Resource, operation: Operation): boolean {
  return map[resource]?.includes(operation) ?? false;
}

/** Given by a wildcard of the row or by the row of all resources. */
export function isImplied(map: PermissionMap, resource: Resource, operation: Operation): boolean {
  if (operation !== 'ALL' && isNamed(map, resource, 'ALL')) return true;
  if (resource === 'ALL') return false;
  return isNamed(map, 'ALL', 'ALL') || isNamed(map, 'ALL', operation);
}

/** The map with one operation switched over; a wildcard takes the place of what it stands for. */
export function toggleOperation(
  map: PermissionMap,
  resource: Resource,
  operation: Operation,
): PermissionMap {
  const named = map[resource] ?? [];
  if (named.includes(operation)) {
    return { ...map, [resource]: named.filter((one) => one !== operation) };
  }
  return { ...map, [resource]: operation === 'ALL' ? ['ALL'] : [...named, operation] };
}

export function toPermissionInput(map: PermissionMap): ResourcePermissionInput[] {
  return Object.entries(map)
    .filter(([, operations]) => operations.length > 0)
    .map(([resource, operations]) => ({
      resource: resource as Resource,
      operations: [...operations],
    }));
}

export function toPermissionMap(
  permissions: readonly { resource: Resource; operations: readonly Operation[] }[],
): PermissionMap {
  return Object.fromEntries(permissions.map(({ resource, operations }) => [resource, operations]));
}
