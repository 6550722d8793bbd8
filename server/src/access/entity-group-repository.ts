import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { EntityGroup, EntityType } from './entity-group.js';
import type { Principal } from './principal.js';

export interface EntityGroupFilter {
  /** Part of the name. */
  readonly search?: string | null;
  readonly type?: EntityType | null;
  /** Owned by exactly this customer, null for the tenant; absent: by whomever. */
  readonly ownerCustomerId?: string | null;
  /** Groups that this entity was put into. */
  readonly memberId?: string | null;
}

/** Whoever reads gets what they may read; the rest does not exist for them. */
export interface EntityGroupRepository {
  find(tx: Tx, principal: Principal, id: string): Promise<EntityGroup | null>;
  findReadable(tx: Tx, principal: Principal, ids: readonly string[]): Promise<EntityGroup[]>;
  /** Whoever asks: for what is shown beside a thing that the viewer may see. */
  findMany(tx: Tx, ids: readonly string[]): Promise<EntityGroup[]>;
  /** The group of everything of a type that an owner owns; null before it exists. */
  findAll(tx: Tx, type: EntityType, ownerCustomerId: string | null): Promise<EntityGroup | null>;
  /** By type and name. */
  list(
    tx: Tx,
    principal: Principal,
    filter: EntityGroupFilter,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<EntityGroup>>;
  /** @returns false when the owner has a group of this name and type */
  insert(tx: Tx, group: EntityGroup): Promise<boolean>;
  /** Makes it unless the owner has a group of this name and type; also when others do the same now. */
  ensure(tx: Tx, group: EntityGroup): Promise<{ id: string; made: boolean }>;
  /** @returns false when the owner has another group of this name and type */
  rename(tx: Tx, id: string, name: string): Promise<boolean>;
  delete(tx: Tx, id: string): Promise<void>;
  /** Nobody else grants on them or changes their members until the transaction ends. */
  lock(tx: Tx, ids: readonly string[]): Promise<void>;
  /** How many entities each group holds, counted up to 10,000. */
  countMembers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
