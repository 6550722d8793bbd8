import { Field, ID, ObjectType } from 'type-graphql';
import { PageInfo } from '../../platform/graphql/page-info.type.js';
import type { EntityType } from '../entity-group.js';
import type { EntityReference } from '../group-members.js';
import { EntityTypeEnum } from './entity-group.type.js';

@ObjectType('EntityReference', { description: 'An entity of any type, by its name.' })
export class EntityReferenceType implements EntityReference {
  @Field(() => ID)
  id!: string;

  @Field(() => EntityTypeEnum, { description: 'What `id` is the id of.' })
  type!: EntityType;

  @Field(() => String, {
    description: 'Title, name, or the e-mail address of a user without a name.',
  })
  name!: string;
}

@ObjectType({ description: 'A page of what a group holds, oldest first.' })
export class EntityReferenceConnection {
  @Field(() => [EntityReferenceType])
  nodes!: readonly EntityReferenceType[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
