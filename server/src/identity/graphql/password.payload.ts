import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { PasswordErrorCode as Code } from '../password-policy.js';
import type { EmailOnlyErrorCode as EmailCode } from '../request-password-reset.js';
import type { SignInErrorCode as SignInCode } from '../sign-in.js';
import { Me } from './me.type.js';

const PasswordErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  INVALID_TEXT: 'INVALID_TEXT',
  TOO_LONG: 'TOO_LONG',
  INVALID_EMAIL: 'INVALID_EMAIL',
  LINK_NOT_GOOD: 'LINK_NOT_GOOD',
  PASSWORD_WRONG: 'PASSWORD_WRONG',
  PASSWORD_TOO_SHORT: 'PASSWORD_TOO_SHORT',
  PASSWORD_TOO_LONG: 'PASSWORD_TOO_LONG',
  PASSWORD_CONTROL_CHARACTERS: 'PASSWORD_CONTROL_CHARACTERS',
  PASSWORD_COMMON: 'PASSWORD_COMMON',
  PASSWORD_CONTAINS_PERSONAL: 'PASSWORD_CONTAINS_PERSONAL',
};
registerEnumType(PasswordErrorCode, {
  name: 'PasswordErrorCode',
  description: 'Why a password could not be set.',
  valuesConfig: {
    LINK_NOT_GOOD: { description: 'Wrong, expired, used or never issued: ask for a new link.' },
    PASSWORD_WRONG: { description: 'Not the current password.' },
    PASSWORD_TOO_SHORT: { description: 'Fewer than 15 characters.' },
    PASSWORD_TOO_LONG: { description: 'More than 128 characters.' },
    PASSWORD_COMMON: { description: 'Among the most used passwords.' },
    PASSWORD_CONTAINS_PERSONAL: { description: 'Holds a part of the name or address.' },
  },
});

const SignInErrorCode: { readonly [C in SignInCode]: C } = {
  REQUIRED: 'REQUIRED',
  WRONG_CREDENTIALS: 'WRONG_CREDENTIALS',
};
registerEnumType(SignInErrorCode, {
  name: 'SignInErrorCode',
  description: 'Why signing in failed; it never tells which part was wrong.',
  valuesConfig: {
    WRONG_CREDENTIALS: {
      description:
        'Unknown address, wrong password, not confirmed, locked or disabled: nothing tells which.',
    },
  },
});

const EmailOnlyErrorCode: { readonly [C in EmailCode]: C } = {
  REQUIRED: 'REQUIRED',
  INVALID_EMAIL: 'INVALID_EMAIL',
};
registerEnumType(EmailOnlyErrorCode, {
  name: 'EmailOnlyErrorCode',
  description: 'What is wrong with an address; never whether it is known.',
});

@ObjectType({ implements: UserError })
export class PasswordUserError extends UserError {
  @Field(() => PasswordErrorCode)
  code!: Code;
}

@ObjectType({ implements: UserError })
class SignInUserError extends UserError {
  @Field(() => SignInErrorCode)
  code!: SignInCode;
}

@ObjectType({ implements: UserError })
export class EmailOnlyUserError extends UserError {
  @Field(() => EmailOnlyErrorCode)
  code!: EmailCode;
}

@ObjectType({ description: 'Who signed in, or why not.' })
export class SignInPayload {
  @Field(() => Me, { nullable: true })
  me?: Me;

  @Field(() => [SignInUserError])
  userErrors!: readonly SignInUserError[];
}

@ObjectType()
export class SignOutPayload {
  @Field(() => Boolean, { description: 'Always true: afterwards the session does not count.' })
  signedOut!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go: home after «sign in as», the sign-in page otherwise.',
  })
  redirectTo!: string | null;
}

@ObjectType({ description: 'The same for every address.' })
export class RequestPasswordResetPayload {
  @Field(() => Boolean, { description: 'True unless there are faults.' })
  accepted!: boolean;

  @Field(() => [EmailOnlyUserError])
  userErrors!: readonly EmailOnlyUserError[];
}

@ObjectType({ description: 'Who is signed in now, or why the password was not set.' })
export class ResetPasswordPayload {
  @Field(() => Me, { nullable: true })
  me?: Me;

  @Field(() => [PasswordUserError])
  userErrors!: readonly PasswordUserError[];
}

@ObjectType({ description: 'The first system administrator, signed in, or what is wrong.' })
export class CreateFirstAdministratorPayload extends ResetPasswordPayload {}

@ObjectType()
export class ChangePasswordPayload {
  @Field(() => Boolean, { description: 'False when there are faults.' })
  changed!: boolean;

  @Field(() => [PasswordUserError])
  userErrors!: readonly PasswordUserError[];
}
