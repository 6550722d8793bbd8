import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EmailOnlyUserError } from '../../identity/index.js';
import { SignUpLegalDocumentType } from '../../legal/index.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { ActivateErrorCode as ActivateCode } from '../prove-address.js';
import type { RegisterErrorCode as RegisterCode } from '../register.js';

const RegisterErrorCode: { readonly [C in RegisterCode]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  INVITE_CODE_NOT_GOOD: 'INVITE_CODE_NOT_GOOD',
  INVALID_EMAIL: 'INVALID_EMAIL',
  EMAIL_DOMAIN_BLOCKED: 'EMAIL_DOMAIN_BLOCKED',
  EMAIL_DOMAIN_NOT_ALLOWED: 'EMAIL_DOMAIN_NOT_ALLOWED',
  EMAIL_DISPOSABLE: 'EMAIL_DISPOSABLE',
  INVALID_PHONE: 'INVALID_PHONE',
  INVALID_NUMBER: 'INVALID_NUMBER',
  INVALID_CHOICE: 'INVALID_CHOICE',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  PASSWORD_TOO_SHORT: 'PASSWORD_TOO_SHORT',
  PASSWORD_TOO_LONG: 'PASSWORD_TOO_LONG',
  PASSWORD_CONTROL_CHARACTERS: 'PASSWORD_CONTROL_CHARACTERS',
  PASSWORD_COMMON: 'PASSWORD_COMMON',
  PASSWORD_CONTAINS_PERSONAL: 'PASSWORD_CONTAINS_PERSONAL',
  CONSENT_OUTDATED: 'CONSENT_OUTDATED',
  CAPTCHA_REQUIRED: 'CAPTCHA_REQUIRED',
  CAPTCHA_FAILED: 'CAPTCHA_FAILED',
  CAPTCHA_UNAVAILABLE: 'CAPTCHA_UNAVAILABLE',
  DISABLED: 'DISABLED',
};
registerEnumType(RegisterErrorCode, {
  name: 'RegisterErrorCode',
  description: 'Why a registration was not taken. It never depends on who has an account.',
  valuesConfig: {
    INVITE_CODE_NOT_GOOD: { description: 'Wrong, expired, revoked or used up.' },
    EMAIL_DOMAIN_BLOCKED: { description: 'The page blocks the domain of the address.' },
    EMAIL_DOMAIN_NOT_ALLOWED: { description: 'The page takes certain domains only.' },
    EMAIL_DISPOSABLE: { description: 'The provider gives out mailboxes for a few minutes.' },
    INVALID_PHONE: { description: 'Not a phone number of 3 to 15 digits.' },
    INVALID_NUMBER: { description: 'Not a number, such as 12 or 1.5.' },
    INVALID_CHOICE: { description: 'None of `options`; for a box neither true nor false.' },
    OUT_OF_RANGE: { description: 'Below `min` or above `max` of the field.' },
    CONSENT_OUTDATED: {
      description: 'A legal text was not accepted, or changed since: `currentDocument` has it.',
    },
    CAPTCHA_REQUIRED: { description: 'Solve the captcha of the field, or solve it again.' },
    CAPTCHA_FAILED: { description: 'The solution was not accepted.' },
    CAPTCHA_UNAVAILABLE: { description: 'The provider can not be reached: try again later.' },
    DISABLED: { description: 'Sign-up is not available here.' },
  },
});

const ActivateErrorCode: { readonly [C in ActivateCode]: C } = {
  LINK_NOT_GOOD: 'LINK_NOT_GOOD',
  CODE_NOT_GOOD: 'CODE_NOT_GOOD',
  PASSWORD_REQUIRED: 'PASSWORD_REQUIRED',
  PASSWORD_WRONG: 'PASSWORD_WRONG',
  REQUIRED: 'REQUIRED',
  EMAIL_DIFFERS: 'EMAIL_DIFFERS',
};
registerEnumType(ActivateErrorCode, {
  name: 'ActivateErrorCode',
  description: 'Why nothing was activated or ended.',
  valuesConfig: {
    PASSWORD_WRONG: { description: 'Not the password chosen at sign-up; five end the link.' },
    LINK_NOT_GOOD: { description: 'Wrong, expired, used or never issued.' },
    CODE_NOT_GOOD: { description: 'Wrong, expired, used, never issued, or no tries left.' },
    PASSWORD_REQUIRED: { description: 'Another browser than the one that signed up.' },
    EMAIL_DIFFERS: { description: 'Not the address that got the mail.' },
  },
});

@ObjectType({ implements: UserError })
class RegisterUserError extends UserError {
  @Field(() => RegisterErrorCode)
  code!: RegisterCode;

  @Field(() => SignUpLegalDocumentType, {
    nullable: true,
    description: 'With CONSENT_OUTDATED: what to read and accept now.',
  })
  currentDocument?: SignUpLegalDocumentType;
}

@ObjectType({ implements: UserError })
class ActivateUserError extends UserError {
  @Field(() => ActivateErrorCode)
  code!: ActivateCode;
}

@ObjectType({ description: 'The same for every address.' })
export class RegisterPayload {
  @Field(() => Boolean, { description: 'True unless there are faults.' })
  accepted!: boolean;

  @Field(() => [RegisterUserError])
  userErrors!: readonly RegisterUserError[];
}

@ObjectType({ description: 'Once activated, the session cookie is set.' })
export class ActivatePayload {
  @Field(() => Boolean, { description: 'Whether there is an account now.' })
  activated!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the address is confirmed and an administrator has to decide.',
  })
  waiting!: boolean;

  @Field(() => String, { nullable: true, description: 'Where to go now.' })
  redirectTo!: string | null;

  @Field(() => [ActivateUserError])
  userErrors!: readonly ActivateUserError[];
}

@ObjectType()
export class DisownRegistrationPayload {
  @Field(() => Boolean, { description: 'False when there are faults.' })
  ended!: boolean;

  @Field(() => [ActivateUserError])
  userErrors!: readonly ActivateUserError[];
}

@ObjectType({ description: 'The same for every address.' })
export class ResendActivationPayload {
  @Field(() => Boolean, { description: 'True unless there are faults.' })
  accepted!: boolean;

  @Field(() => [EmailOnlyUserError])
  userErrors!: readonly EmailOnlyUserError[];
}
