import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { SelfRegistrationErrorCode as Code } from '../self-registration.js';
import { SelfRegistrationType } from './self-registration.type.js';

const SelfRegistrationErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  NOT_FOUND: 'NOT_FOUND',
  INVALID_DOMAIN: 'INVALID_DOMAIN',
  DOMAIN_TAKEN: 'DOMAIN_TAKEN',
  TYPE_MISMATCH: 'TYPE_MISMATCH',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  NONE_NOT_ACCEPTED: 'NONE_NOT_ACCEPTED',
  TEXT_MISSING: 'TEXT_MISSING',
  DASHBOARD_MISSING: 'DASHBOARD_MISSING',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  TOO_MANY: 'TOO_MANY',
  UNKNOWN_LOCALE: 'UNKNOWN_LOCALE',
  REVISION_OUTDATED: 'REVISION_OUTDATED',
  SHOWS_REGISTRANTS: 'SHOWS_REGISTRANTS',
  DUPLICATE: 'DUPLICATE',
  CONFIRMATION_DIFFERS: 'CONFIRMATION_DIFFERS',
  PENDING_UNDECIDED: 'PENDING_UNDECIDED',
};
registerEnumType(SelfRegistrationErrorCode, {
  name: 'SelfRegistrationErrorCode',
  description: 'Why a sign-up page was not saved or deleted.',
  valuesConfig: {
    CONFIRMATION_DIFFERS: { description: "Not the domain's host." },
    DUPLICATE: { description: 'The same row, field, value or language twice.' },
    TOO_MANY: { description: 'More than the field says.' },
    UNKNOWN_LOCALE: { description: 'Not a language of the product.' },
    OUT_OF_RANGE: { description: 'Outside the range that the field names.' },
    INVALID_DOMAIN: { description: 'No domain of e-mail addresses, or one of half the world.' },
    DOMAIN_TAKEN: { description: 'The domain has a page already.' },
    TYPE_MISMATCH: { description: 'A generic role takes no group.' },
    GRANT_EXCEEDS_OWN: { description: 'The role gives more than the viewer holds.' },
    NONE_NOT_ACCEPTED: { description: 'No captcha needs `acceptNone: true`.' },
    DASHBOARD_MISSING: { description: 'Nothing fills the screen without a dashboard.' },
    TEXT_MISSING: { description: 'A document is shown and none is chosen.' },
    REVISION_OUTDATED: { description: 'Somebody else saved meanwhile.' },
    SHOWS_REGISTRANTS: { description: 'The role would show registrants to each other.' },
    PENDING_UNDECIDED: { description: 'Say what becomes of the pending registrations.' },
  },
});

@ObjectType({ implements: UserError })
export class SelfRegistrationUserError extends UserError {
  @Field(() => SelfRegistrationErrorCode)
  code!: Code;
}

@ObjectType()
export class SelfRegistrationPayload {
  @Field(() => SelfRegistrationType, { nullable: true })
  selfRegistration?: SelfRegistrationType;

  @Field(() => [SelfRegistrationUserError])
  userErrors!: readonly SelfRegistrationUserError[];
}

@ObjectType()
export class DeleteSelfRegistrationPayload {
  @Field(() => ID, { nullable: true })
  deletedId?: string;

  @Field(() => [SelfRegistrationUserError])
  userErrors!: readonly SelfRegistrationUserError[];
}
