import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ResourcePermissionType, type PermissionEntry } from '../../access/index.js';

@ObjectType('ApiKey', {
  description: 'A key with which a tool calls the API, sent as `Authorization: Bearer …`.',
})
export class ApiKeyType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it is for; unique in the tenant.' })
  name!: string;

  @Field(() => [ResourcePermissionType], {
    description: 'All that a call with the key may do, within the tenant.',
  })
  permissions!: readonly PermissionEntry[];

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => String, { description: 'Who made it, by the name they had then.' })
  createdBy!: string;

  @Field(() => GraphQLDateTime, { description: 'From then on it opens nothing.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Exact to a minute; null before its first call.',
  })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: 'A page of API keys, newest first.' })
export class ApiKeyList {
  @Field(() => [ApiKeyType])
  items!: readonly ApiKeyType[];

  @Field(() => Int)
  totalCount!: number;
}
