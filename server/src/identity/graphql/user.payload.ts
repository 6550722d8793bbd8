import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { UserErrorCode as Code } from '../user-fault.js';
import { Me } from './me.type.js';
import { UserType } from './user.type.js';

const UserErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_EMAIL: 'INVALID_EMAIL',
  INVALID_TEXT: 'INVALID_TEXT',
  INVALID_PHONE: 'INVALID_PHONE',
  EMAIL_UNAVAILABLE: 'EMAIL_UNAVAILABLE',
  NOT_ALLOWED: 'NOT_ALLOWED',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  WRONG_STATE: 'WRONG_STATE',
  NOT_FOUND: 'NOT_FOUND',
};

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why something could not be done with a user.',
  valuesConfig: {
    INVALID_PHONE: { description: 'Not a phone number of 3 to 15 digits.' },
    EMAIL_UNAVAILABLE: { description: 'The viewer sees a user of this address already.' },
    NOT_ALLOWED: { description: 'Nobody may do this; the message says why.' },
    GRANT_EXCEEDS_OWN: { description: 'It would give more than the viewer has.' },
    WRONG_STATE: { description: 'The user is not in a state for this.' },
    NOT_FOUND: { description: 'What the field names does not exist for the viewer.' },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of an action on a user.' })
export class UserUserError extends UserError {
  @Field(() => UserErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The user, or what is wrong.' })
export class UserPayload {
  @Field(() => UserType, { nullable: true })
  user?: UserType;

  @Field(() => [UserUserError])
  userErrors!: readonly UserUserError[];
}

@ObjectType({ description: 'A fresh invitation link, or what is wrong.' })
export class UserLinkPayload extends UserPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Shown once. Whoever opens it becomes the user: hand it to nobody else.',
  })
  url?: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: '7 days from now.' })
  expiresAt?: Date;
}

@ObjectType({ description: 'Who is signed in now, or why not.' })
export class SignInAsPayload {
  @Field(() => Me, { nullable: true })
  me?: Me;

  @Field(() => [UserUserError])
  userErrors!: readonly UserUserError[];
}

export const UserConnection = connectionOf('User', () => UserType);
