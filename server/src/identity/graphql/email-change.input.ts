import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Where the account moves to.' })
export class RequestEmailChangeInput {
  @Field(() => String, { description: 'At most 254 characters.' })
  email!: string;

  @Field(() => String, { description: 'PASSWORD_WRONG when it is another.' })
  password!: string;
}

@InputType({ description: 'Proves a new address by the mailed link.' })
export class ConfirmEmailChangeInput {
  @Field(() => String, { description: 'What follows `#` in the link.' })
  secret!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The password of the account; not needed where its owner is signed in.',
  })
  password?: string | null;
}
