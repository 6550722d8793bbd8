import { resourcesWithin, type Authority } from './authority.js';
import { reachesGenerically, reachesThroughGroup } from './decision.js';
import { groupResourceOf, type GroupScope } from './entity-group.js';
import { capPermissions, type GenericPermissions } from './generic-permissions.js';
import { reachOf, type GroupRoleTarget } from './group-role.js';
import type { OwnerChain } from './owner-chain.js';
import { supports, type Operation, type Resource } from './permission-matrix.js';
import type { Principal } from './principal.js';
import type { ExpandedRights } from './role-rights.js';

/** Something that a change would give to somebody. */
export interface Grant {
  /** As the role gives them: not yet capped by who receives them. */
  readonly rights: ExpandedRights;
  /** What a role of type GROUP counts for; null with a generic one. */
  readonly group: GroupScope | null;
  readonly receivers: Receivers;
}

/** Who gets a generic permission, and with that over what it counts. */
export interface Receivers {
  readonly authority: Authority;
  /** Their owner and everybody above; empty also stands for customers that do not exist yet. */
  readonly ownerChain: OwnerChain;
}

/** What the giver would have to hold and does not. */
export interface MissingPermission {
  readonly resource: Resource;
  readonly operation: Operation;
  /** On which group; null when it is missing over everything that the receivers own. */
  readonly groupId: string | null;
}

export interface GrantVerdict {
  readonly allowed: boolean;
  readonly missing: readonly MissingPermission[];
}

/**
 * The one rule of who may grant: whoever causes a grant holds every operation that it gives, on
 * that very scope. Ask it inside the transaction that makes the grant.
 */
export const mayGrant = (principal: Principal, grants: readonly Grant[]): GrantVerdict => {
  const missing = grants.flatMap((grant) => missingFor(principal, grant));
  return { allowed: missing.length === 0, missing };
};

const missingFor = (principal: Principal, { rights, group, receivers }: Grant) => {
  if (rights.type === 'GENERIC')
    return missingGenerically(principal, rights.permissions, receivers);
  return group ? missingOnGroup(principal, rights.operations, group) : [];
};

const missingGenerically = (
  principal: Principal,
  permissions: GenericPermissions,
  { authority, ownerChain }: Receivers,
): MissingPermission[] =>
  [...capPermissions(permissions, resourcesWithin(authority))].flatMap(([resource, operations]) =>
    [...operations]
      .filter((operation) => !reachesGenerically(principal, operation, { resource, ownerChain }))
      .map((operation) => ({ resource, operation, groupId: null })),
  );

/** A role on a group gives its operations on the members and, where that is possible, on the group. */
const missingOnGroup = (
  principal: Principal,
  operations: ReadonlySet<Operation>,
  group: GroupScope,
): MissingPermission[] =>
  [...operations].flatMap((operation) => [
    ...missingOn(principal, operation, group, group.type, 'members'),
    ...missingOn(principal, operation, group, groupResourceOf(group.type), 'group itself'),
  ]);

const missingOn = (
  principal: Principal,
  operation: Operation,
  group: GroupScope,
  resource: Resource,
  target: GroupRoleTarget,
): MissingPermission[] => {
  if (!supports(resource, operation) || reachOf(operation, target) === 'never') return [];
  // A member's owners always include the group's owner, so what holds over the owner holds for all.
  const held = principal.permissions.groups.get(group.id);
  const holds =
    reachesGenerically(principal, operation, { resource, ownerChain: group.ownerChain }) ||
    (held !== undefined && reachesThroughGroup(principal, operation, held, target));
  return holds ? [] : [{ resource, operation, groupId: group.id }];
};
