import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { EmailChangeErrorCode as Code } from '../request-email-change.js';

const EmailChangeErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  INVALID_EMAIL: 'INVALID_EMAIL',
  TOO_LONG: 'TOO_LONG',
  EMAIL_UNCHANGED: 'EMAIL_UNCHANGED',
  EMAIL_UNAVAILABLE: 'EMAIL_UNAVAILABLE',
  PASSWORD_REQUIRED: 'PASSWORD_REQUIRED',
  PASSWORD_WRONG: 'PASSWORD_WRONG',
  LINK_NOT_GOOD: 'LINK_NOT_GOOD',
};
registerEnumType(EmailChangeErrorCode, {
  name: 'EmailChangeErrorCode',
  description: 'Why an address could not be changed.',
  valuesConfig: {
    EMAIL_UNCHANGED: { description: 'It is the address of the account already.' },
    EMAIL_UNAVAILABLE: {
      description: 'Somebody took the address after the mail was sent; said only to its owner.',
    },
    PASSWORD_REQUIRED: { description: 'The owner is not signed in here: ask for the password.' },
    PASSWORD_WRONG: { description: 'Not the password of the account.' },
    LINK_NOT_GOOD: { description: 'Wrong, expired, used, replaced, or the password changed.' },
  },
});

@ObjectType({ implements: UserError })
class EmailChangeUserError extends UserError {
  @Field(() => EmailChangeErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The same for every address, whether or not somebody has it.' })
export class RequestEmailChangePayload {
  @Field(() => Boolean, { description: 'True unless there are faults.' })
  accepted!: boolean;

  @Field(() => [EmailChangeUserError])
  userErrors!: readonly EmailChangeUserError[];
}

@ObjectType({ description: 'The address of the account from now on.' })
export class ConfirmEmailChangePayload {
  @Field(() => String, { nullable: true, description: 'As typed; null where there are faults.' })
  email?: string | undefined;

  @Field(() => [EmailChangeUserError])
  userErrors!: readonly EmailChangeUserError[];
}
