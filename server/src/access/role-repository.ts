import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { DefaultRoleName } from './default-roles.js';
import type { Principal } from './principal.js';
import type { Role } from './role.js';
import type { RoleType } from './role-rights.js';

export interface RoleFilter {
  /** Part of the name. */
  readonly search?: string | null;
  readonly type?: RoleType | null;
  /** Owned by exactly this customer, null for the tenant; absent: by whomever. */
  readonly ownerCustomerId?: string | null;
}

/** Whoever reads gets what they may read; the rest does not exist for them. */
export interface RoleRepository {
  find(tx: Tx, principal: Principal, id: string): Promise<Role | null>;
  findReadable(tx: Tx, principal: Principal, ids: readonly string[]): Promise<Role[]>;
  /** Whoever asks: for what is shown beside a thing that the viewer may see. */
  findMany(tx: Tx, ids: readonly string[]): Promise<Role[]>;
  /** Default roles are neither renamed nor deleted. */
  findDefaultId(tx: Tx, name: DefaultRoleName): Promise<string>;
  /** By name. */
  list(
    tx: Tx,
    principal: Principal,
    filter: RoleFilter,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<Role>>;
  /** @returns false when the owner has a role of this name */
  insert(tx: Tx, role: Role): Promise<boolean>;
  /** @returns false when the owner has another role of this name */
  update(tx: Tx, role: Role): Promise<boolean>;
  delete(tx: Tx, id: string): Promise<void>;
  /** Nobody else changes or grants them until the transaction ends. */
  lock(tx: Tx, ids: readonly string[]): Promise<void>;
  /** How many people hold each role, counted up to 10,000. */
  countUsers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
