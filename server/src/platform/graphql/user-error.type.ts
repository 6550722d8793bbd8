import { Field, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'One fault of the input that the person can mend.' })
export abstract class UserError {
  @Field(() => [String], { description: 'Path into the arguments, e.g. ["input", "email"].' })
  field!: readonly string[];

  @Field(() => String, { description: 'Says what to do, in English; translate by `code`.' })
  message!: string;
}
