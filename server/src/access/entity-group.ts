import type { OwnerChain } from './owner-chain.js';
import type { Operation, Resource } from './permission-matrix.js';

/** What a group can hold. */
export const entityTypes = ['CUSTOMER', 'USER', 'DEVICE', 'ASSET', 'DASHBOARD'] as const;

export type EntityType = (typeof entityTypes)[number];
export type EntityGroupKind = 'ALL' | 'DEFAULT' | 'CUSTOM';

/** What decisions need to know of a group. */
export interface GroupScope {
  readonly id: string;
  readonly type: EntityType;
  /** `ALL` holds whatever is owned by exactly the group's owner; it has no member rows. */
  readonly kind: EntityGroupKind;
  readonly ownerChain: OwnerChain;
}

/** A named set of entities of one type and one owner. */
export interface EntityGroup extends GroupScope {
  readonly name: string;
  readonly createdAt: Date;
}

export type EntityGroupErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'NAME_TAKEN'
  | 'ALL_GROUP'
  | 'GRANT_EXCEEDS_OWN'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED';

/** The resource that stands for the group itself, not for what it holds. */
export const groupResourceOf = (type: EntityType) => `${type}_GROUP` as const satisfies Resource;

const groupResources: ReadonlySet<Resource> = new Set(entityTypes.map(groupResourceOf));

export const isGroupResource = (resource: Resource): boolean => groupResources.has(resource);

const withheldByKind: Record<EntityGroupKind, readonly Operation[]> = {
  ALL: ['DELETE', 'ADD_TO_GROUP', 'REMOVE_FROM_GROUP'],
  DEFAULT: ['DELETE'],
  CUSTOM: [],
};

/** What nobody can do to a group of this kind: All is derived, the default ones are found by name. */
export const withheldOnGroup = (kind: EntityGroupKind): readonly Operation[] =>
  withheldByKind[kind];
