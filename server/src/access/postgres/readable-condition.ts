import { holds, reachesThroughGroup } from '../decision.js';
import { entityTypes, groupResourceOf, isGroupResource, type EntityType } from '../entity-group.js';
import { directOwner } from '../owner-chain.js';
import type { Resource } from '../permission-matrix.js';
import type { HeldGroup, Principal } from '../principal.js';
import { entityTables } from './entity-tables.js';

/** A condition for `whereRaw(sql, bindings)`. */
export interface SqlCondition {
  readonly sql: string;
  readonly bindings: readonly (string | readonly string[])[];
}

/** Columns of the listed table, with its alias where the statement has several tables. */
export interface OwnedColumns {
  readonly id: string;
  /** The owning customer, null for the tenant; of a customer that is its parent. */
  readonly owner: string;
}

/** Operations whose rows can be listed: a group role that gives them gives them on every member. */
type Listable = 'READ' | 'READ_ATTRIBUTES';

/**
 * The rows that somebody may read, for lists and single look-ups alike: exactly those for which
 * `may(principal, 'READ', row)` holds, or the same for READ_ATTRIBUTES. The tenant's wall is the
 * caller's `tenant_id = …`.
 */
export const readableCondition = (
  principal: Principal,
  resource: Resource,
  columns: OwnedColumns,
  operation: Listable = 'READ',
): SqlCondition => {
  const ways = waysToRead(principal, resource, columns, operation);
  const type = entityTypes.find((entityType) => entityType === resource);
  if (type && ways.length > 1) return inUnionOfWays(principal, type, columns, operation);
  return {
    sql: `(${ways.map(({ sql }) => sql).join(' or ') || 'false'})`,
    bindings: ways.flatMap(({ bindings }) => bindings),
  };
};

/** Each way has an index of its own. Joined by «or» they had none and read the whole tenant. */
const inUnionOfWays = (
  principal: Principal,
  type: EntityType,
  { id }: OwnedColumns,
  operation: Listable,
): SqlCondition => {
  const { table, owner } = entityTables[type];
  const ways = waysToRead(principal, type, { id: 'way.id', owner: `way.${owner}` }, operation);
  const selects = ways.map(
    ({ sql }) => `select way.id from ${table} way where way.tenant_id = ?::uuid and ${sql}`,
  );
  return {
    sql: `${id} in (${selects.join(' union all ')})`,
    bindings: ways.flatMap(({ bindings }) => [principal.tenantId, ...bindings]),
  };
};

const waysToRead = (
  principal: Principal,
  resource: Resource,
  columns: OwnedColumns,
  operation: Listable,
): SqlCondition[] => {
  const generically = readableGenerically(principal, resource, columns, operation);
  if (generically && principal.customerId === null) return [generically];
  return [
    ...(generically ? [generically] : []),
    ...(isGroupResource(resource)
      ? readableGroups(principal, resource, columns, operation)
      : readableThroughGroups(principal, resource, columns, operation)),
  ];
};

const readableGenerically = (
  principal: Principal,
  resource: Resource,
  { id, owner }: OwnedColumns,
  operation: Listable,
): SqlCondition | null => {
  if (!holds(principal, resource, operation)) return null;
  const { customerId } = principal;
  if (customerId === null) return { sql: 'true', bindings: [] };
  // The subtree holds the own customer, too, which one may read although somebody else owns it.
  return {
    sql: `${resource === 'CUSTOMER' ? id : owner} in (select gatehouse.customer_subtree(?::uuid))`,
    bindings: [customerId],
  };
};

const readableGroups = (
  principal: Principal,
  resource: Resource,
  { id }: OwnedColumns,
  operation: Listable,
): SqlCondition[] => {
  const ids = heldGroups(principal)
    .filter((group) => groupResourceOf(group.type) === resource)
    .filter((group) => reachesThroughGroup(principal, operation, group, 'group itself'))
    .map((group) => group.id);
  return ids.length > 0 ? [{ sql: `${id} = any(?::uuid[])`, bindings: [ids] }] : [];
};

const readableThroughGroups = (
  principal: Principal,
  resource: Resource,
  { id, owner }: OwnedColumns,
  operation: Listable,
): SqlCondition[] => {
  const groups = heldGroups(principal)
    .filter((group) => group.type === resource)
    .filter((group) => reachesThroughGroup(principal, operation, group, 'members'));
  const derived = groups
    .filter((group) => group.kind === 'ALL')
    .map(({ ownerChain }) => ownedExactlyBy(directOwner(ownerChain), owner));
  const ids = groups.filter((group) => group.kind !== 'ALL').map((group) => group.id);
  if (ids.length === 0) return derived;
  const member = {
    sql: `${id} in (select m.entity_id from entity_group_members m
                     where m.tenant_id = ?::uuid and m.group_id = any(?::uuid[]))`,
    bindings: [principal.tenantId, ids],
  };
  return [member, ...derived];
};

const ownedExactlyBy = (customerId: string | null, owner: string): SqlCondition =>
  customerId === null
    ? { sql: `${owner} is null`, bindings: [] }
    : { sql: `${owner} = ?`, bindings: [customerId] };

const heldGroups = (principal: Principal): readonly HeldGroup[] => [
  ...principal.permissions.groups.values(),
];
