export { authorities, type Authority } from './authority.js';
export { holds, holdsSomewhere, may, operationsOn, type Entity } from './decision.js';
export {
  mayGrant,
  type Grant,
  type GrantVerdict,
  type MissingPermission,
  type Receivers,
} from './grant.js';
export { AuthorityType } from './graphql/authority.type.js';
export { EntityGroupType } from './graphql/entity-group.type.js';
export { OperationType } from './graphql/operation.type.js';
export { OwnerType } from './graphql/owner.type.js';
export { ResourcePermissionType } from './graphql/resource-permission.type.js';
export { ResourceType } from './graphql/resource.type.js';
export { RoleType } from './graphql/role.type.js';
export type { OwnedRow, Ownership } from './owned-row.js';
export { ownedByTenant, type OwnerChain } from './owner-chain.js';
export type { Operation, Resource } from './permission-matrix.js';
export {
  readableCondition,
  type OwnedColumns,
  type SqlCondition,
} from './postgres/readable-condition.js';
export { mergePermissions, type Permissions, type Principal } from './principal.js';
export { wouldShowRegistrants } from './registrant-exposure.js';
export { expandRights, type RoleRights } from './role-rights.js';
export {
  operationsOnTenant,
  requireMay,
  requireOnTenant,
  viewerOf,
  type Viewer,
  type ViewerContext,
} from './viewer.js';
