import { holds, reachesThroughGroup } from '../decision.js';
import { groupResourceOf, isGroupResource } from '../entity-group.js';
import { directOwner } from '../owner-chain.js';
import type { Resource } from '../permission-matrix.js';
import type { HeldGroup, Principal } from '../principal.js';

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

/**
 * The rows that somebody may read, for lists and single look-ups alike: exactly those for which
 * `may(principal, 'READ', row)` holds. The tenant's wall is the caller's `tenant_id = …`.
 */
export const readableCondition = (
  principal: Principal,
  resource: Resource,
  columns: OwnedColumns,
): SqlCondition => {
  const conditions = [
    ...readableGenerically(principal, resource, columns),
    ...(isGroupResource(resource)
      ? readableGroups(principal, resource, columns)
      : readableThroughGroups(principal, resource, columns)),
  ];
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' or ') || 'false'})`,
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
};

const readableGenerically = (
  principal: Principal,
  resource: Resource,
  { id, owner }: OwnedColumns,
): SqlCondition[] => {
  if (!holds(principal, resource, 'READ')) return [];
  const { customerId } = principal;
  if (customerId === null) return [{ sql: 'true', bindings: [] }];
  const owned = {
    sql: `${owner} in (select gatehouse.customer_subtree(?::uuid))`,
    bindings: [customerId],
  };
  return resource === 'CUSTOMER' ? [owned, { sql: `${id} = ?`, bindings: [customerId] }] : [owned];
};

const readableGroups = (
  principal: Principal,
  resource: Resource,
  { id }: OwnedColumns,
): SqlCondition[] => {
  const ids = heldGroups(principal)
    .filter((group) => groupResourceOf(group.type) === resource)
    .filter((group) => reachesThroughGroup(principal, 'READ', group, 'group itself'))
    .map((group) => group.id);
  return ids.length > 0 ? [{ sql: `${id} = any(?::uuid[])`, bindings: [ids] }] : [];
};

const readableThroughGroups = (
  principal: Principal,
  resource: Resource,
  { id, owner }: OwnedColumns,
): SqlCondition[] => {
  const groups = heldGroups(principal)
    .filter((group) => group.type === resource)
    .filter((group) => reachesThroughGroup(principal, 'READ', group, 'members'));
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
