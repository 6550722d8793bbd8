export { authorities, type Authority } from './authority.js';
export { holds, holdsSomewhere, may, operationsOn, type Entity } from './decision.js';
export {
  mayGrant,
  type Grant,
  type GrantVerdict,
  type MissingPermission,
  type Receivers,
} from './grant.js';
export { ownedByTenant, type OwnerChain } from './owner-chain.js';
export type { Operation, Resource } from './permission-matrix.js';
export { mergePermissions, type Permissions, type Principal } from './principal.js';
export { wouldShowRegistrants } from './registrant-exposure.js';
export { expandRights, type RoleRights } from './role-rights.js';
export { requireOnTenant, type Viewer } from './viewer.js';
