import type { Clock } from '../platform/clock.js';
import { isId, newId } from '../platform/ids.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Tx } from '../platform/transaction.js';
import { compareGrants, type GrantChange } from './compare-grants.js';
import type { DefaultAccess } from './default-access.js';
import type { EntityGroup } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import { grantAdvice, type GrantGuard } from './grant-guard.js';
import type { GroupMembers } from './group-members.js';
import type { GroupPermission } from './group-permission.js';
import type { GroupPermissionRepository } from './group-permission-repository.js';
import { ownedByTenant, type OwnerChain } from './owner-chain.js';
import type { Principal } from './principal.js';
import { describeRegistrant, registrantPrincipal, type RegistrantRights } from './registrant.js';
import {
  misfit,
  type AssignmentFault,
  type ExaminedAssignments,
  type ResolvedAssignment,
  type RoleAssignment,
  type SavedAssignment,
} from './role-assignment.js';
import { expandRights } from './role-rights.js';
import type { Role } from './role.js';
import type { RoleRepository } from './role-repository.js';
import type { Viewer } from './viewer.js';

interface Deps {
  readonly clock: Clock;
  readonly roles: RoleRepository;
  readonly groups: EntityGroupRepository;
  readonly permissions: GroupPermissionRepository;
  readonly members: GroupMembers;
  readonly defaultAccess: Pick<DefaultAccess, 'ensureUserGroup'>;
  readonly guard: Pick<GrantGuard, 'check'>;
}

/** A row with what the viewer may see of it. */
interface FoundAssignment {
  readonly role: Role | undefined;
  /** Null where none is named. */
  readonly entityGroup: EntityGroup | null | undefined;
}

/** Registrants land in customers of their own, which the tenant owns and which do not exist yet. */
const registrants = { authority: 'CUSTOMER_USER', ownerChain: ownedByTenant } as const;

/** The roles that registrants receive: what an administrator may promise, and what a person gets. */
export const createRoleAssignments = (deps: Deps) => {
  const find = async (
    tx: Tx,
    { principal }: Viewer,
    assignments: readonly RoleAssignment[],
  ): Promise<FoundAssignment[]> => {
    const roleIds = assignments.map(({ roleId }) => roleId).filter(isId);
    const groupIds = assignments.flatMap(({ entityGroupId }) => entityGroupId ?? []).filter(isId);
    const roles = await deps.roles.findReadable(tx, principal, roleIds);
    const groups = await deps.groups.findReadable(tx, principal, groupIds);
    return assignments.map(({ roleId, entityGroupId }) => ({
      role: roles.find(({ id, ownerCustomerId }) => id === roleId && ownerCustomerId === null),
      entityGroup: entityGroupId === null ? null : groups.find(({ id }) => id === entityGroupId),
    }));
  };

  const examine = async (
    tx: Tx,
    viewer: Viewer,
    assignments: readonly RoleAssignment[],
    entered: readonly string[],
  ): Promise<ExaminedAssignments> => {
    const faults: AssignmentFault[] = [];
    const resolved: ResolvedAssignment[] = [];
    const seen = new Set<string>();
    const found = await find(tx, viewer, assignments);
    for (const [index, { role, entityGroup }] of found.entries()) {
      if (!role || entityGroup === undefined) {
        const field = role ? 'entityGroupId' : 'roleId';
        const message = 'This does not exist any more: choose another one.';
        faults.push({ index, field, code: 'NOT_FOUND', message });
        continue;
      }
      const assignment = { role, entityGroup };
      const fault = misfit(assignment, index, entered);
      if (fault) faults.push(fault);
      const key = `${role.id} ${entityGroup?.id ?? ''}`;
      if (seen.has(key)) {
        const message = 'This row stands in the table twice.';
        faults.push({ index, field: 'roleId', code: 'DUPLICATE', message });
      }
      seen.add(key);
      resolved.push(assignment);
      const rights = expandRights(role.rights);
      const grant = { rights, group: entityGroup, receivers: registrants };
      const verdict = await deps.guard.check(tx, viewer, [grant]);
      if (!verdict.allowed) {
        const message = grantAdvice(verdict);
        faults.push({ index, field: 'roleId', code: 'GRANT_EXCEEDS_OWN', message });
      }
    }
    return { resolved, faults };
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
      entered: readonly string[],
    ): Promise<Result<readonly ResolvedAssignment[], readonly AssignmentFault[]>> {
      // Nobody may widen them before the page that promises them is saved.
      await deps.roles.lock(tx, assignments.map(({ roleId }) => roleId).filter(isId));
      const { resolved, faults } = await examine(tx, viewer, assignments, entered);
      return faults.length > 0 ? fail(faults) : ok(resolved);
    },

    /** What a registrant could do if this table were saved, and what stands in the way of that. */
    async preview(
      tx: Tx,
      viewer: Viewer,
      assignments: readonly RoleAssignment[],
    ): Promise<RegistrantRights & Pick<ExaminedAssignments, 'faults'>> {
      const { resolved, faults } = await examine(tx, viewer, assignments, []);
      const principal = registrantPrincipal(tx.tenantId, resolved);
      const groups = resolved.flatMap(({ entityGroup }) => entityGroup ?? []);
      return { ...describeRegistrant(principal, groups), faults };
    },

    /**
     * A registrant of this table for further questions to the engine, such as whether they may read
     * a dashboard. Rows that the viewer may not see give nothing.
     */
    async registrantOf(
      tx: Tx,
      viewer: Viewer,
      assignments: readonly RoleAssignment[],
    ): Promise<Principal> {
      const found = await find(tx, viewer, assignments);
      const resolved = found.flatMap(({ role, entityGroup }) =>
        role && entityGroup !== undefined ? [{ role, entityGroup }] : [],
      );
      return registrantPrincipal(tx.tenantId, resolved);
    },

    /**
     * Gives a new registrant the roles of the page as it is now. What was deleted since, or no
     * longer fits, is skipped.
     * @returns the user group that holds them now, and the names of what was skipped, for the
     *   administrator
     */
    async give(
      tx: Tx,
      registrant: { readonly customerId: string; readonly userId: string },
      assignments: readonly SavedAssignment[],
      entered: readonly string[] = [],
    ): Promise<{ userGroupId: string; skipped: string[] }> {
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
      const given: GroupPermission[] = [];
      for (const [index, saved] of assignments.entries()) {
        const role = roles.find(({ id }) => id === saved.roleId);
        const group = groups.find(({ id }) => id === saved.entityGroupId);
        const isGroupGone = saved.entityGroupName !== null && !group;
        if (!role || isGroupGone || misfit({ role, entityGroup: group ?? null }, index, entered)) {
          skipped.push([saved.roleName, saved.entityGroupName].filter(Boolean).join(' on '));
          continue;
        }
        const entityGroupId = group?.id ?? null;
        given.push({ id: newId(), userGroupId, roleId: role.id, entityGroupId });
      }
      await deps.permissions.insertMany(tx, given, deps.clock.now());
      return { userGroupId, skipped };
    },

    /** What each of these user groups would gain and lose if it held exactly this. */
    async compare(
      tx: Tx,
      userGroupIds: readonly string[],
      wanted: readonly RoleAssignment[],
    ): Promise<GrantChange[]> {
      return compareGrants(userGroupIds, await deps.permissions.listOf(tx, userGroupIds), wanted);
    },

    /** Makes each of these user groups hold exactly this; check it first. */
    async replace(
      tx: Tx,
      userGroupIds: readonly string[],
      wanted: readonly RoleAssignment[],
    ): Promise<GrantChange[]> {
      await deps.groups.lock(tx, userGroupIds);
      const held = await deps.permissions.listOf(tx, userGroupIds);
      const changes = compareGrants(userGroupIds, held, wanted);
      const lost = changes.flatMap((change) => change.lost.map(({ id }) => id));
      const gained = changes.flatMap(({ userGroupId, gained: rows }) =>
        rows.map((row) => ({ ...row, userGroupId, id: newId() })),
      );
      await deps.permissions.deleteMany(tx, lost);
      await deps.permissions.insertMany(tx, gained, deps.clock.now());
      return changes;
    },
  };
};

export type RoleAssignments = ReturnType<typeof createRoleAssignments>;
