import type { Page } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { GroupScope } from './entity-group.js';
import type { GroupPermission } from './group-permission.js';
import type { Receivers } from './grant.js';
import type { HeldRights, Principal } from './principal.js';
import type { RoleRights } from './role-rights.js';

/** By whom a role is held; on which entity group when it is of type GROUP. */
export interface RoleUse {
  readonly receivers: Receivers;
  readonly group: GroupScope | null;
}

export interface GroupPermissionRepository {
  /** What a user group holds, in the order of granting. */
  list(tx: Tx, userGroupId: string): Promise<GroupPermission[]>;
  /** What is held on an entity group, by user groups whose permissions the principal may read. */
  listShares(
    tx: Tx,
    principal: Principal,
    entityGroupId: string,
    first: number,
    afterId: string | null,
  ): Promise<Page<GroupPermission>>;
  /** The same, counted up to 10,000. */
  countShares(tx: Tx, principal: Principal, entityGroupId: string): Promise<number>;
  /** What these user groups hold. */
  listOf(tx: Tx, userGroupIds: readonly string[]): Promise<GroupPermission[]>;
  find(tx: Tx, id: string): Promise<GroupPermission | null>;
  /** @returns false when the user group holds exactly this already */
  insert(tx: Tx, permission: GroupPermission, createdAt: Date): Promise<boolean>;
  /** Of groups that nobody else changes now; none of them may be held already. */
  insertMany(tx: Tx, permissions: readonly GroupPermission[], createdAt: Date): Promise<void>;
  delete(tx: Tx, id: string): Promise<void>;
  deleteMany(tx: Tx, ids: readonly string[]): Promise<void>;
  /** What these user groups hold. */
  rightsOfUserGroups(tx: Tx, userGroupIds: readonly string[]): Promise<HeldRights[]>;
  /** The group of all users of an owner, which a new user is in at once; null before it exists. */
  findAllUsersGroup(tx: Tx, ownerCustomerId: string | null): Promise<string | null>;
  /** What others hold on an entity group: entering it gives them that on the new member. */
  rightsOnGroup(tx: Tx, entityGroupId: string): Promise<RoleRights[]>;
  /**
   * Summed up: one use for each entity group, and one for a generic role.
   * @param within receivers of this customer and below are told apart from all others
   */
  usesOfRole(tx: Tx, roleId: string, within: string | null): Promise<RoleUse[]>;
  /** Somebody with all that they hold at this moment; null when there is no such user. */
  loadPrincipal(tx: Tx, userId: string): Promise<Principal | null>;
}
