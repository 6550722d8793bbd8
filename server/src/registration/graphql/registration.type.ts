import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { RegistrationErrorCode as Code } from '../manage-registrations.js';
import { CollectedFieldType } from './collected-field.type.js';
import type { Registration, RegistrationState } from '../registration.js';
import type { RegistrationEvent, RegistrationEventKind } from '../registration-timeline.js';

export const RegistrationStateType: { readonly [S in RegistrationState]: S } = {
  PENDING: 'PENDING',
  WAITING: 'WAITING',
  ACTIVATED: 'ACTIVATED',
  EXPIRED: 'EXPIRED',
  REJECTED: 'REJECTED',
};
registerEnumType(RegistrationStateType, {
  name: 'RegistrationState',
  description: 'How far an attempt to sign up got.',
  valuesConfig: {
    PENDING: { description: 'Waits for the address to be confirmed.' },
    WAITING: { description: 'Confirmed the address; an administrator has to decide.' },
    ACTIVATED: { description: 'Became a customer with a user.' },
    EXPIRED: { description: 'Its last link ended; deleted 7 days later.' },
    REJECTED: { description: 'Came to nothing; `reason` says why.' },
  },
});

const RegistrationEventKindType: { readonly [K in RegistrationEventKind]: K } = {
  SUBMITTED: 'SUBMITTED',
  MAIL_QUEUED: 'MAIL_QUEUED',
  MAIL_SENT: 'MAIL_SENT',
  MAIL_FAILED: 'MAIL_FAILED',
  CONFIRMED: 'CONFIRMED',
  APPROVED: 'APPROVED',
  ACTIVATED: 'ACTIVATED',
  EXPIRED: 'EXPIRED',
  REJECTED: 'REJECTED',
  GRANT_SKIPPED: 'GRANT_SKIPPED',
  FIRST_SIGN_IN: 'FIRST_SIGN_IN',
};
registerEnumType(RegistrationEventKindType, {
  name: 'RegistrationEventKind',
  description: 'What happened to a registration.',
  valuesConfig: {
    SUBMITTED: { description: 'The form was sent.' },
    MAIL_QUEUED: { description: 'A mail waits to be sent.' },
    MAIL_SENT: { description: 'The mail server took the mail.' },
    MAIL_FAILED: { description: 'The mail could not be sent.' },
    CONFIRMED: { description: 'The address was confirmed; from then on it waits.' },
    APPROVED: { description: 'An administrator, named in `detail`, approved it.' },
    ACTIVATED: { description: 'The account was made.' },
    EXPIRED: { description: 'The last link ended.' },
    REJECTED: { description: 'It came to nothing.' },
    GRANT_SKIPPED: { description: 'A role or group of the page was gone at activation.' },
    FIRST_SIGN_IN: { description: 'Activation signs in at once.' },
  },
});

@ObjectType('RegistrationEvent', { description: 'A step of a registration.' })
export class RegistrationEventType implements RegistrationEvent {
  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => RegistrationEventKindType, { description: 'What happened.' })
  kind!: RegistrationEventKind;

  @Field(() => String, {
    nullable: true,
    description: 'In words: the template of a mail, the reason, the role that was skipped.',
  })
  detail!: string | null;
}

@ObjectType('Registration', { description: "One person's attempt to sign up." })
export class RegistrationType implements Omit<
  Registration,
  'savedGrants' | 'emailKey' | 'selfRegistrationId'
> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'As typed.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'As typed; at most 255 code points.' })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'As typed; at most 255 code points.' })
  lastName!: string | null;

  @Field(() => [CollectedFieldType], {
    description: 'What else was entered, in the order of the page as it was then.',
  })
  fields!: readonly CollectedFieldType[];

  @Field(() => String, { description: 'Language of the mails.' })
  locale!: string;

  @Field(() => RegistrationStateType, { description: 'How far it got.' })
  state!: RegistrationState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was rejected: ADDRESS_IN_USE, ANOTHER_ACTIVATED, ANOTHER_CONFIRMED, DISOWNED, NOT_APPROVED or PAGE_DELETED.',
  })
  reason!: Registration['reason'];

  @Field(() => String, {
    nullable: true,
    description: 'With NOT_APPROVED: what the administrator wrote to the person.',
  })
  rejectionText!: string | null;

  @Field(() => String, { description: 'Host of the sign-up page.' })
  host!: string;

  @Field(() => String, { nullable: true, description: 'Address of the network it came from.' })
  ip!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When the form was sent.' })
  submittedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the address was confirmed, where an administrator decides after that.',
  })
  confirmedAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When an administrator approved or rejected it.',
  })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Name of that administrator.' })
  decidedBy!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the account was made.' })
  activatedAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'End of the last link that was sent.',
  })
  expiresAt!: Date | null;

  skippedGrants!: readonly string[];

  userId!: string | null;

  customerId!: string | null;
}

export const RegistrationConnection = connectionOf('Registration', () => RegistrationType);

const RegistrationErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  ADDRESS_IN_USE: 'ADDRESS_IN_USE',
  WRONG_STATE: 'WRONG_STATE',
  RATE_LIMITED: 'RATE_LIMITED',
};
registerEnumType(RegistrationErrorCode, {
  name: 'RegistrationErrorCode',
  description: 'Why nothing was done with a registration.',
  valuesConfig: {
    ADDRESS_IN_USE: { description: 'The address got an account meanwhile.' },
    WRONG_STATE: { description: 'It does not wait for this any more.' },
    RATE_LIMITED: { description: 'The address got its share of mails: 1 a minute, 5 an hour.' },
  },
});

@ObjectType({ implements: UserError })
export class RegistrationUserError extends UserError {
  @Field(() => RegistrationErrorCode)
  code!: Code;
}

@ObjectType()
export class RegistrationPayload {
  @Field(() => RegistrationType, { nullable: true })
  registration?: RegistrationType;

  @Field(() => [RegistrationUserError])
  userErrors!: readonly RegistrationUserError[];
}
