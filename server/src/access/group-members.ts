import type { Page } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { Authority } from './authority.js';
import type { EntityGroup, EntityType } from './entity-group.js';
import type { OwnerChain } from './owner-chain.js';
import type { Principal } from './principal.js';

/** An entity of any type, by its name. */
export interface EntityReference {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
}

/** An entity that is about to enter a group. */
export interface MemberCandidate {
  readonly id: string;
  readonly ownerChain: OwnerChain;
  readonly groupIds: readonly string[];
  /** Of users only. */
  readonly authority: Authority | null;
}

export interface GroupMembers {
  /** What the group holds and the principal may read, by id. */
  list(
    tx: Tx,
    principal: Principal,
    group: EntityGroup,
    first: number,
    afterId: string | null,
  ): Promise<Page<EntityReference>>;
  /** Those of the ids that the principal may read. */
  findCandidates(
    tx: Tx,
    principal: Principal,
    type: EntityType,
    ids: readonly string[],
  ): Promise<MemberCandidate[]>;
  /** What is in the group already stays in it once. */
  add(tx: Tx, groupId: string, type: EntityType, ids: readonly string[]): Promise<void>;
  remove(tx: Tx, groupId: string, ids: readonly string[]): Promise<void>;
}
