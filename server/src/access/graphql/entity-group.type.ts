import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EntityGroup, EntityGroupKind, EntityType } from '../entity-group.js';
import type { OwnerChain } from '../owner-chain.js';

export const EntityTypeEnum: { readonly [T in EntityType]: T } = {
  CUSTOMER: 'CUSTOMER',
  USER: 'USER',
  DEVICE: 'DEVICE',
  ASSET: 'ASSET',
  DASHBOARD: 'DASHBOARD',
};

registerEnumType(EntityTypeEnum, {
  name: 'EntityType',
  description: 'What a group can hold.',
  valuesConfig: {
    CUSTOMER: { description: 'Customers, by title.' },
    USER: { description: 'People; a user group can hold roles.' },
    DEVICE: { description: 'Devices, by name.' },
    ASSET: { description: 'Assets, by name.' },
    DASHBOARD: { description: 'Dashboards, by title.' },
  },
});

const KindEnum: { readonly [K in EntityGroupKind]: K } = {
  ALL: 'ALL',
  DEFAULT: 'DEFAULT',
  CUSTOM: 'CUSTOM',
};

registerEnumType(KindEnum, {
  name: 'EntityGroupKind',
  description: 'How a group came to be.',
  valuesConfig: {
    ALL: { description: 'Holds whatever its owner owns; nobody fills, renames or deletes it.' },
    DEFAULT: { description: 'A user group that comes by itself; can not be renamed or deleted.' },
    CUSTOM: { description: 'Made by a person.' },
  },
});

@ObjectType('EntityGroup', { description: 'A named set of entities of one type and one owner.' })
export class EntityGroupType implements EntityGroup {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Unique for its owner and type.' })
  name!: string;

  @Field(() => EntityTypeEnum, { description: 'What it holds; fixed after creation.' })
  type!: EntityType;

  @Field(() => KindEnum, { description: 'Whether it came by itself, and who fills it.' })
  kind!: EntityGroupKind;

  ownerChain!: OwnerChain;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}

@ObjectType({ description: 'A page of entity groups, by type and name.' })
export class EntityGroupList {
  @Field(() => [EntityGroupType])
  items!: readonly EntityGroupType[];

  @Field(() => Int, { description: 'Counted up to 10,000.' })
  totalCount!: number;
}
