import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Domain as DomainModel } from '../domain.js';

@ObjectType('Domain', { description: 'A host name of the tenant, without port.' })
export class DomainType implements DomainModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Lower-case host name; international names as A-labels.' })
  host!: string;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}

@ObjectType({ description: 'A page of domains, by host.' })
export class DomainList {
  @Field(() => [DomainType])
  items!: readonly DomainType[];

  @Field(() => Int)
  totalCount!: number;
}
