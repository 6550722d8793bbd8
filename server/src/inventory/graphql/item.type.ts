import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { OperationType, OwnerType, type Operation } from '../../access/index.js';
import type { Attributes } from '../attributes.js';
import type { ItemView } from '../inventory-item.js';

/** What devices and assets share; not a type of the API by itself. */
@ObjectType()
export abstract class ItemType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Unique per owner; 1 to 255 characters.' })
  name!: string;

  @Field(() => String, { description: '1 to 255 characters; `default` when nobody chose one.' })
  type!: string;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  label!: string | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'Flat: texts, numbers and booleans by name. Null without READ_ATTRIBUTES.',
  })
  attributes!: Attributes | null;

  @Field(() => OwnerType)
  owner!: OwnerType;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => [OperationType], { description: 'What the viewer may do with it.' })
  viewerCan!: readonly Operation[];
}

export const toItemType = (item: ItemView): ItemType => ({
  ...item,
  owner: new OwnerType(item.ownerCustomerId),
});
