import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import type { Tx } from '../platform/transaction.js';
import { createAdmitMembers } from './admit-members.js';
import { createCustomerGroupEntry } from './customer-group-entry.js';
import { createChangeOwner } from './change-owner.js';
import { createDefaultAccess } from './default-access.js';
import { createGrantGuard, type LoadKeyPrincipal } from './grant-guard.js';
import type { PagesOf } from './grant-uses.js';
import { EntityGroupResolver } from './graphql/entity-group.resolver.js';
import { ChangeOwnerResolver } from './graphql/change-owner.resolver.js';
import { GroupMemberResolver } from './graphql/group-member.resolver.js';
import { GroupPermissionResolver } from './graphql/group-permission.resolver.js';
import { GroupShareResolver } from './graphql/group-share.resolver.js';
import { createLoadOperations } from './graphql/load-operations.js';
import { OwnerResolver } from './graphql/owner.resolver.js';
import { RoleResolver } from './graphql/role.resolver.js';
import type { RoleUse } from './group-permission-repository.js';
import { createManageEntityGroups } from './manage-entity-groups.js';
import { createManageGroupMembers } from './manage-group-members.js';
import { createManageGroupPermissions } from './manage-group-permissions.js';
import { createManageRoles } from './manage-roles.js';
import { entityGroupRows } from './postgres/entity-group-rows.js';
import { grantUseRows } from './postgres/grant-use-rows.js';
import { groupMemberRows } from './postgres/group-member-rows.js';
import { groupPermissionRows } from './postgres/group-permission-rows.js';
import { ownerChangeRows } from './postgres/owner-change-rows.js';
import { ownerNameRows } from './postgres/owner-name-rows.js';
import { ownershipRows } from './postgres/ownership-rows.js';
import { roleRows } from './postgres/role-rows.js';
import { createPutIntoGroup } from './put-into-group.js';
import { createRoleAssignments } from './role-assignments.js';

export type { Authority } from './authority.js';
export type { CustomerGroupEntry } from './customer-group-entry.js';
export { holds, holdsSomewhere, may } from './decision.js';
export type { EntityGroup, EntityType } from './entity-group.js';
export { grantAdvice } from './grant-guard.js';
export type { PermissionMap } from './generic-permissions.js';
export { grantToKey, keyPrincipal } from './key-principal.js';
export { toPermissionEntries, type PermissionEntry } from './permission-entry.js';
export { parsePermissions, type PermissionFault } from './permission-faults.js';
export { AuthorityType } from './graphql/authority.type.js';
export { EntityGroupType, EntityTypeEnum } from './graphql/entity-group.type.js';
export { OperationType } from './graphql/operation.type.js';
export { OwnerType } from './graphql/owner.type.js';
export {
  ResourcePermissionInput,
  ResourcePermissionType,
} from './graphql/resource-permission.type.js';
export { RoleType } from './graphql/role.type.js';
export type { RoleUse } from './group-permission-repository.js';
export { keepsAuthority } from './own-authority.js';
export type { OwnedRow, Ownership } from './owned-row.js';
export { ownedByTenant, type OwnerChain } from './owner-chain.js';
export { operationsOf, resources, type Operation, type Resource } from './permission-matrix.js';
export { heldByGroup } from './postgres/held-by-group.js';
export { heldByUsers } from './postgres/held-by-user.js';
export { loadPrincipal } from './postgres/load-principal.js';
export { readableCondition } from './postgres/readable-condition.js';
export type { Principal } from './principal.js';
export type { PutIntoGroup } from './put-into-group.js';
export type { RegistrantRights } from './registrant.js';
export type { AssignmentFault, RoleAssignment } from './role-assignment.js';
export type { RoleAssignments } from './role-assignments.js';
export type { Role } from './role.js';
export {
  operationsOnTenant,
  requireMay,
  requireOnTenant,
  viewerOf,
  type Viewer,
  type ViewerContext,
} from './viewer.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  /** Where slices above use a role without a group permission: widening it asks these, too. */
  readonly furtherUsesOfRole: (tx: Tx, roleId: string) => Promise<readonly RoleUse[]>;
  /** Hosts of the pages that give a role, or name a group. */
  readonly pagesOf: PagesOf;
  /** API keys stand above this slice; what one gives is asked when a grant is decided. */
  readonly loadKeyPrincipal: LoadKeyPrincipal;
}

export const createAccess = (given: Deps) => {
  const { database, clock, recordAudit, furtherUsesOfRole, loadKeyPrincipal } = given;
  const { transact } = database;
  const ownership = ownershipRows;
  const roles = roleRows;
  const groups = entityGroupRows;
  const members = groupMemberRows;
  const permissions = groupPermissionRows;
  const grantGuard = createGrantGuard({
    ...{ ownership, groups, permissions, furtherUsesOfRole, loadKeyPrincipal },
  });
  const defaultAccess = createDefaultAccess({ clock, roles, groups, permissions });
  const admitMembers = createAdmitMembers({ members, guard: grantGuard });
  const deps = { transact, clock, recordAudit, ownership, roles, groups, members, permissions };
  const guarded = {
    ...{ ...deps, guard: grantGuard, admitMembers, defaults: defaultAccess },
    ...{ uses: grantUseRows, pagesOf: given.pagesOf },
  };
  const managePermissions = createManageGroupPermissions(guarded);
  const loadOperations = createLoadOperations(transact, ownership);
  return {
    ownership,
    roles,
    groups,
    members,
    grantGuard,
    defaultAccess,
    putIntoGroup: createPutIntoGroup({ groups, admitMembers }),
    roleAssignments: createRoleAssignments({ ...guarded, defaultAccess }),
    customerGroupEntry: createCustomerGroupEntry(guarded),
    loadOperations,
    resolvers: [
      new RoleResolver(createManageRoles(guarded), loadOperations),
      new EntityGroupResolver(createManageEntityGroups(guarded), loadOperations),
      new GroupMemberResolver(createManageGroupMembers(guarded)),
      new GroupPermissionResolver(managePermissions),
      new GroupShareResolver(managePermissions),
      new ChangeOwnerResolver(
        createChangeOwner({
          ...guarded,
          ownerNames: ownerNameRows,
          ownerChanges: ownerChangeRows,
        }),
      ),
      new OwnerResolver(transact, ownerNameRows),
    ],
  };
};

export type Access = ReturnType<typeof createAccess>;
