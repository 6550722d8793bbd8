import type { Operation, Resource, ResourcePermissionInput } from '../generated/graphql';
import { ALLOWED_OPERATIONS, WITHOUT_WILDCARD } from './allowed-operations';

/** Resource → operations, the wildcard `ALL` as such. */
export type PermissionMap = Partial<Record<Resource, readonly Operation[]>>;

/** What a generic role says: what it gives, and what it takes off again after `ALL` is expanded. */
export interface GenericRights {
  permissions: PermissionMap;
  excluded: PermissionMap;
}

/** `implied`: given by a wildcard of the row or of the row of all resources. */
export type CellState = 'off' | 'named' | 'implied' | 'excluded';

export const RESOURCES = Object.keys(ALLOWED_OPERATIONS) as Exclude<Resource, 'ALL'>[];
/** The columns of the matrix, the wildcard first. */
export const EVERY_OPERATION: readonly Operation[] = [
  'ALL',
  ...new Set(Object.values(ALLOWED_OPERATIONS).flat()),
];

export const noRights: GenericRights = { permissions: {}, excluded: {} };

/** Whether the cell exists in the matrix. */
export function isOffered(resource: Resource, operation: Operation): boolean {
  if (resource === 'ALL') return true;
  if (operation === 'ALL') return !WITHOUT_WILDCARD.has(resource);
  return ALLOWED_OPERATIONS[resource].includes(operation);
}

export function isNamed(map: PermissionMap, resource: Resource, operation: Operation): boolean {
  return map[resource]?.includes(operation) ?? false;
}

function isImplied(map: PermissionMap, resource: Resource, operation: Operation): boolean {
  if (operation !== 'ALL' && isNamed(map, resource, 'ALL')) return true;
  if (resource === 'ALL') return false;
  return isNamed(map, 'ALL', 'ALL') || isNamed(map, 'ALL', operation);
}

const covers = (map: PermissionMap, resource: Resource, operation: Operation) =>
  isNamed(map, resource, operation) || isImplied(map, resource, operation);

export function cellState(
  { permissions, excluded }: GenericRights,
  resource: Resource,
  operation: Operation,
): CellState {
  if (!covers(permissions, resource, operation)) return 'off';
  if (covers(excluded, resource, operation)) return 'excluded';
  return isNamed(permissions, resource, operation) ? 'named' : 'implied';
}

const without = (map: PermissionMap, resource: Resource, operation: Operation): PermissionMap => ({
  ...map,
  [resource]: (map[resource] ?? []).filter((one) => one !== operation),
});

/** A wildcard takes the place of what it stands for. */
const withOne = (map: PermissionMap, resource: Resource, operation: Operation): PermissionMap => ({
  ...map,
  [resource]: operation === 'ALL' ? ['ALL'] : [...(map[resource] ?? []), operation],
});

/** Exclusions that take nothing off any more fall away, so that they never come back unseen. */
function prune({ permissions, excluded }: GenericRights): GenericRights {
  const gives = (resource: Resource, operation: Operation): boolean => {
    const rows = resource === 'ALL' ? [resource, ...RESOURCES] : [resource];
    const columns = operation === 'ALL' ? EVERY_OPERATION : [operation];
    return rows.some((row) =>
      columns.some((column) => isOffered(row, column) && covers(permissions, row, column)),
    );
  };
  const kept = Object.entries(excluded).map(([resource, operations]) => [
    resource,
    operations.filter((operation) => gives(resource as Resource, operation)),
  ]);
  return { permissions, excluded: Object.fromEntries(kept) as PermissionMap };
}

/**
 * The rights with one cell switched over: an operation is named or not; one that a wildcard gives is
 * taken off and put back.
 */
export function toggleCell(
  rights: GenericRights,
  resource: Resource,
  operation: Operation,
): GenericRights {
  const { permissions, excluded } = rights;
  if (isNamed(excluded, resource, operation)) {
    return { permissions, excluded: without(excluded, resource, operation) };
  }
  switch (cellState(rights, resource, operation)) {
    case 'off':
      return prune({ permissions: withOne(permissions, resource, operation), excluded });
    case 'named':
      return prune({ permissions: without(permissions, resource, operation), excluded });
    case 'implied':
      return { permissions, excluded: withOne(excluded, resource, operation) };
    case 'excluded':
      return rights;
  }
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

/** What is given, without exclusions: where there are some, every operation that is left by name. */
export function namedPermissions(rights: GenericRights): ResourcePermissionInput[] {
  if (toPermissionInput(rights.excluded).length === 0) return toPermissionInput(rights.permissions);
  const given = RESOURCES.map((resource) => {
    const operations = ALLOWED_OPERATIONS[resource].filter((operation) =>
      ['named', 'implied'].includes(cellState(rights, resource, operation)),
    );
    return [resource, operations] as const;
  });
  return toPermissionInput(Object.fromEntries(given));
}
