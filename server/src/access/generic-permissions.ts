import {
  operationsOf,
  resources,
  type Operation,
  type OperationOrAll,
  type Resource,
  type ResourceOrAll,
} from './permission-matrix.js';

/** As a role names them: wildcards included. */
export type PermissionMap = Readonly<Partial<Record<ResourceOrAll, readonly OperationOrAll[]>>>;

/** Expanded: no wildcard, no operation that its resource does not have, no empty entry. */
export type GenericPermissions = ReadonlyMap<Resource, ReadonlySet<Operation>>;

/** Replaces every wildcard by what it stands for. */
export const expandPermissions = (named: PermissionMap): GenericPermissions =>
  select((resource, operation) =>
    [named[resource], named.ALL].some(
      (given) => given?.includes('ALL') || given?.includes(operation),
    ),
  );

export const unitePermissions = (parts: readonly GenericPermissions[]): GenericPermissions =>
  select((resource, operation) => parts.some((part) => includes(part, resource, operation)));

export const subtractPermissions = (
  from: GenericPermissions,
  taken: GenericPermissions,
): GenericPermissions =>
  select((resource, operation) => {
    return includes(from, resource, operation) && !includes(taken, resource, operation);
  });

/** Keeps only these resources. */
export const capPermissions = (
  permissions: GenericPermissions,
  within: ReadonlySet<Resource>,
): GenericPermissions => new Map([...permissions].filter(([resource]) => within.has(resource)));

export const includes = (
  permissions: GenericPermissions,
  resource: Resource,
  operation: Operation,
): boolean => permissions.get(resource)?.has(operation) ?? false;

const select = (
  chosen: (resource: Resource, operation: Operation) => boolean,
): GenericPermissions => {
  const selection = new Map<Resource, ReadonlySet<Operation>>();
  for (const resource of resources) {
    const kept = operationsOf[resource].filter((operation) => chosen(resource, operation));
    if (kept.length > 0) selection.set(resource, new Set(kept));
  }
  return selection;
};
