import type { Clock } from '../platform/clock.js';
import { isId, newId } from '../platform/ids.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Tx } from '../platform/transaction.js';
import type { DefaultAccess } from './default-access.js';
import type { EntityGroup } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import { grantAdvice, type GrantGuard } from './grant-guard.js';
import type { GroupMembers } from './group-members.js';
import type { GroupPermissionRepository } from './group-permission-repository.js';
import { ownedByTenant, type OwnerChain } from './owner-chain.js';
import { wouldShowRegistrants } from './registrant-exposure.js';
import { expandRights } from './role-rights.js';
import type { Role } from './role.js';
import type { RoleRepository } from './role-repository.js';
import type { Viewer } from './viewer.js';

/** A role for registrants, with the entity group on which it counts when it is of type GROUP. */
export interface RoleAssignment {
  readonly roleId: string;
  readonly entityGroupId: string | null;
}

/** An assignment with what it names. */
export interface ResolvedAssignment {
  readonly role: Role;
  readonly entityGroup: EntityGroup | null;
}

export interface AssignmentFault {
  /** Position in the list. */
  readonly index: number;
  readonly field: keyof RoleAssignment;
  readonly code:
    | 'NOT_FOUND'
    | 'REQUIRED'
    | 'TYPE_MISMATCH'
    | 'SHOWS_REGISTRANTS'
    | 'DUPLICATE'
    | 'GRANT_EXCEEDS_OWN';
  readonly message: string;
}

/** What an assignment looked like when it was saved. */
export interface SavedAssignment {
  readonly roleId: string | null;
  readonly roleName: string;
  readonly entityGroupId: string | null;
  readonly entityGroupName: string | null;
}

interface Deps {
  readonly clock: Clock;
  readonly roles: RoleRepository;
  readonly groups: EntityGroupRepository;
  readonly permissions: GroupPermissionRepository;
  readonly members: GroupMembers;
  readonly defaultAccess: Pick<DefaultAccess, 'ensureUserGroup'>;
  readonly guard: Pick<GrantGuard, 'check'>;
}

/** Registrants land in customers of their own, which the tenant owns and which do not exist yet. */
const registrants = { authority: 'CUSTOMER_USER', ownerChain: ownedByTenant } as const;

const misfit = (
  { role, entityGroup }: ResolvedAssignment,
  index: number,
): AssignmentFault | null => {
  const ofGroup = role.rights.type === 'GROUP';
  if (ofGroup && !entityGroup) {
    const message = 'Choose the group on which this role counts.';
    return { index, field: 'entityGroupId', code: 'REQUIRED', message };
  }
  if (!ofGroup && entityGroup) {
    const message = 'A generic role takes no group: it counts for all that a registrant owns.';
    return { index, field: 'entityGroupId', code: 'TYPE_MISMATCH', message };
  }
  if (entityGroup && wouldShowRegistrants(entityGroup, [])) {
    const message = 'This would show registrants to each other: choose another group.';
    return { index, field: 'entityGroupId', code: 'SHOWS_REGISTRANTS', message };
  }
  return null;
};

/** The roles that registrants receive: what an administrator may promise, and what a person gets. */
export const createRoleAssignments = (deps: Deps) => {
  const resolve = async (tx: Tx, viewer: Viewer, assignments: readonly RoleAssignment[]) => {
    const { principal } = viewer;
    const roleIds = assignments.map(({ roleId }) => roleId).filter(isId);
    const groupIds = assignments.flatMap(({ entityGroupId }) => entityGroupId ?? []).filter(isId);
    // Nobody may widen them before the page that promises them is saved.
    await deps.roles.lock(tx, roleIds);
    const roles = await deps.roles.findReadable(tx, principal, roleIds);
    const groups = await deps.groups.findReadable(tx, principal, groupIds);
    return assignments.map(({ roleId, entityGroupId }) => ({
      role: roles.find(({ id, ownerCustomerId }) => id === roleId && ownerCustomerId === null),
      entityGroup: entityGroupId === null ? null : groups.find(({ id }) => id === entityGroupId),
    }));
  };

  return {
    /**
     * Whether the viewer may promise these roles to registrants. Second permissions: READ on each
     * role and group; and everything that they give, by the one rule of who may grant.
     */
    async check(
      tx: Tx,
      viewer: Viewer,
      assignments: readonly RoleAssignment[],
    ): Promise<Result<ResolvedAssignment[], AssignmentFault[]>> {
      const faults: AssignmentFault[] = [];
      const resolved: ResolvedAssignment[] = [];
      const seen = new Set<string>();
      for (const [index, { role, entityGroup }] of (
        await resolve(tx, viewer, assignments)
      ).entries()) {
        if (!role || entityGroup === undefined) {
          const field = role ? 'entityGroupId' : 'roleId';
          const message = 'This does not exist any more: choose another one.';
          faults.push({ index, field, code: 'NOT_FOUND', message });
          continue;
        }
        const assignment = { role, entityGroup };
        const fault = misfit(assignment, index);
        if (fault) faults.push(fault);
        const key = `${role.id} ${entityGroup?.id ?? ''}`;
        if (seen.has(key)) {
          const message = 'This row stands in the table twice.';
          faults.push({ index, field: 'roleId', code: 'DUPLICATE', message });
        }
        seen.add(key);
        resolved.push(assignment);
        const grant = {
          rights: expandRights(role.rights),
          group: entityGroup,
          receivers: registrants,
        };
        const verdict = await deps.guard.check(tx, viewer, [grant]);
        if (!verdict.allowed) {
          const message = grantAdvice(verdict);
          faults.push({ index, field: 'roleId', code: 'GRANT_EXCEEDS_OWN', message });
        }
      }
      return faults.length > 0 ? fail(faults) : ok(resolved);
    },

    /**
     * Gives a new registrant the roles of the page as it is now. What was deleted since, or no
     * longer fits, is skipped.
     * @returns the names of what was skipped, for the administrator
     */
    async give(
      tx: Tx,
      registrant: { readonly customerId: string; readonly userId: string },
      assignments: readonly SavedAssignment[],
    ): Promise<string[]> {
      const roleIds = assignments.flatMap(({ roleId }) => roleId ?? []);
      const groupIds = assignments.flatMap(({ entityGroupId }) => entityGroupId ?? []);
      const roles = await deps.roles.findMany(tx, roleIds);
      const groups = groupIds.length > 0 ? await deps.groups.findMany(tx, groupIds) : [];
      const ownerChain: OwnerChain = [registrant.customerId];
      const userGroupId = await deps.defaultAccess.ensureUserGroup(
        tx,
        ownerChain,
        'Self Registration Users',
      );
      await deps.members.add(tx, userGroupId, 'USER', [registrant.userId]);

      const skipped: string[] = [];
      for (const [index, saved] of assignments.entries()) {
        const role = roles.find(({ id }) => id === saved.roleId);
        const group = groups.find(({ id }) => id === saved.entityGroupId);
        const isGroupGone = saved.entityGroupName !== null && !group;
        if (!role || isGroupGone || misfit({ role, entityGroup: group ?? null }, index)) {
          skipped.push([saved.roleName, saved.entityGroupName].filter(Boolean).join(' on '));
          continue;
        }
        const permission = {
          id: newId(),
          userGroupId,
          roleId: role.id,
          entityGroupId: group?.id ?? null,
        };
        await deps.permissions.insert(tx, permission, deps.clock.now());
      }
      return skipped;
    },
  };
};

export type RoleAssignments = ReturnType<typeof createRoleAssignments>;
