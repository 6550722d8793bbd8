import type { EntityGroupKind, EntityType, GroupScope } from '../entity-group.js';
import type { PermissionMap } from '../generic-permissions.js';
import type { OwnerChain } from '../owner-chain.js';
import type { OperationOrAll } from '../permission-matrix.js';
import type { RoleRights, RoleType } from '../role-rights.js';

/** Columns of a role `r` that say what it gives. */
export const rightsColumns =
  'r.type as role_type, r.permissions, r.excluded_permissions, r.operations';

export interface RightsRow {
  role_type: RoleType;
  permissions: PermissionMap;
  excluded_permissions: PermissionMap;
  operations: OperationOrAll[];
}

export const toRights = (row: RightsRow): RoleRights =>
  row.role_type === 'GROUP'
    ? { type: 'GROUP', operations: row.operations }
    : {
        type: 'GENERIC',
        permissions: row.permissions,
        excludedPermissions: row.excluded_permissions,
      };

/** Columns of a group `g` that decisions need. */
export const scopeColumns = `g.id as group_id, g.type as group_type, g.kind as group_kind,
  array(select gatehouse.customer_ancestors(g.owner_customer_id)) as group_owner_chain`;

export interface ScopeRow {
  group_id: string;
  group_type: EntityType;
  group_kind: EntityGroupKind;
  group_owner_chain: OwnerChain;
}

export const toScope = (row: ScopeRow): GroupScope => ({
  id: row.group_id,
  type: row.group_type,
  kind: row.group_kind,
  ownerChain: row.group_owner_chain,
});

/** Of an outer join: without a group every column is null. */
export type OptionalScopeRow = ScopeRow | { [Column in keyof ScopeRow]: null };

export const toOptionalScope = (row: OptionalScopeRow): GroupScope | null =>
  row.group_id === null ? null : toScope(row);
