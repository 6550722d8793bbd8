import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A new customer.' })
export class CreateCustomerInput {
  @Field(() => String, { description: '1 to 255 characters; need not be unique.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'For contact only; at most 254 characters.' })
  email?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Absent: the viewer's own customer, or the tenant. At most 20 levels in all.",
  })
  parentId?: string | null;
}

@InputType({ description: 'Changes of a customer: what is absent stays, null clears.' })
export class UpdateCustomerInput {
  @Field(() => String, { nullable: true, description: '1 to 255 characters; need not be unique.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'For contact only; at most 254 characters.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two capital letters.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  state?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  zip?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  address2?: string | null;
}
