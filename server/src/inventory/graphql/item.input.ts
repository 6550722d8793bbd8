import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';

const attributesDescription =
  'Replaces all attributes: at most 100, each a text of at most 10,000 characters, a number or a boolean. Needs WRITE_ATTRIBUTES.';

/** What devices and assets share; not a type of the API by itself. */
@InputType()
export abstract class CreateItemInput {
  @Field(() => String, { description: 'Unique per owner; 1 to 255 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'At most 255 characters; absent: `default`.',
  })
  type?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  label?: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: attributesDescription })
  attributes?: Record<string, unknown> | null;

  @Field(() => ID, {
    nullable: true,
    description: "Absent: the viewer's own customer, or the tenant.",
  })
  ownerCustomerId?: string | null;
}

/** What devices and assets share; not a type of the API by itself. */
@InputType()
export abstract class UpdateItemInput {
  @Field(() => String, { nullable: true, description: 'Unique per owner; 1 to 255 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters; null: `default`.' })
  type?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  label?: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: attributesDescription })
  attributes?: Record<string, unknown> | null;
}
