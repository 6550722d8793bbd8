import { Field, ID, InputType } from 'type-graphql';
import type { EntityType } from '../entity-group.js';
import { EntityTypeEnum } from './entity-group.type.js';

@InputType({ description: 'A new group.' })
export class CreateEntityGroupInput {
  @Field(() => String, { description: 'Unique for its owner and type; at most 255 characters.' })
  name!: string;

  @Field(() => EntityTypeEnum, { description: 'What it holds; fixed after creation.' })
  type!: EntityType;

  @Field(() => ID, {
    nullable: true,
    description: "Who owns it; absent: the viewer's own customer, or the tenant.",
  })
  ownerCustomerId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'What it holds from the start; at most 1,000.',
  })
  memberIds?: string[] | null;
}

@InputType({ description: 'What changes of a group; what is absent stays.' })
export class UpdateEntityGroupInput {
  @Field(() => String, {
    nullable: true,
    description: 'Unique for its owner and type; 1 to 255 characters.',
  })
  name?: string | null;
}

@InputType({ description: 'Which groups to list.' })
export class EntityGroupFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string | null;

  @Field(() => EntityTypeEnum, { nullable: true, description: 'Groups that hold this.' })
  type?: EntityType | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Owned by exactly this customer; null: by the tenant itself; absent: by whomever.',
  })
  ownerCustomerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Groups that this was put into. None when the viewer may not read it.',
  })
  memberId?: string | null;
}
