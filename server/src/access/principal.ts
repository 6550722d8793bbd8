import { resourcesWithin, type Authority } from './authority.js';
import type { GroupScope } from './entity-group.js';
import {
  capPermissions,
  unitePermissions,
  type GenericPermissions,
} from './generic-permissions.js';
import type { Operation } from './permission-matrix.js';
import { expandRights, type RoleRights } from './role-rights.js';

/** Who acts, with everything that decisions need. */
export interface Principal {
  readonly tenantId: string;
  /** Of a tool the id of its API key. */
  readonly userId: string;
  readonly authority: Authority;
  /** The customer of a CUSTOMER_USER, null for all others. */
  readonly customerId: string | null;
  readonly permissions: Permissions;
}

/** Merged over all user groups of a person. What is not in here is denied. */
export interface Permissions {
  /** Wildcards expanded, capped by the authority. */
  readonly generic: GenericPermissions;
  /** By the id of the entity group. */
  readonly groups: ReadonlyMap<string, HeldGroup>;
}

/** An entity group with the operations that somebody has on it. */
export interface HeldGroup extends GroupScope {
  readonly operations: ReadonlySet<Operation>;
}

/** One group permission of a user group to which the person belongs. */
export interface HeldRights {
  readonly rights: RoleRights;
  /** What a role of type GROUP counts for; null with a generic one. */
  readonly group: GroupScope | null;
}

/** The union of everything held: there is no deny across roles. */
export const mergePermissions = (
  authority: Authority,
  held: readonly HeldRights[],
): Permissions => {
  const generic: GenericPermissions[] = [];
  const groups = new Map<string, HeldGroup>();
  for (const { rights, group } of held) {
    const given = expandRights(rights);
    if (given.type === 'GENERIC') {
      generic.push(given.permissions);
    } else if (group) {
      const before = groups.get(group.id)?.operations ?? [];
      groups.set(group.id, { ...group, operations: new Set([...before, ...given.operations]) });
    }
  }
  return { generic: capPermissions(unitePermissions(generic), resourcesWithin(authority)), groups };
};
