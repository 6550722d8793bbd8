import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { RecipientErrorCode as Code } from '../parse-recipient.js';
import { NotificationRecipientType } from './recipient.type.js';

const RecipientErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  NAME_TAKEN: 'NAME_TAKEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID_EMAIL: 'INVALID_EMAIL',
  INVALID_URL: 'INVALID_URL',
  URL_NOT_ALLOWED: 'URL_NOT_ALLOWED',
  INVALID_SECRET: 'INVALID_SECRET',
  UNKNOWN_LOCALE: 'UNKNOWN_LOCALE',
  TOO_MANY: 'TOO_MANY',
};

registerEnumType(RecipientErrorCode, {
  name: 'NotificationRecipientErrorCode',
  description: 'Why a recipient was not saved.',
  valuesConfig: {
    NAME_TAKEN: { description: 'Another recipient has this name.' },
    INVALID_URL: { description: 'Not a web address, or one with user and password.' },
    URL_NOT_ALLOWED: { description: 'Not https, or not on the public internet.' },
    INVALID_SECRET: { description: 'Not `whsec_` and 24 to 64 bytes in base64.' },
    UNKNOWN_LOCALE: { description: 'Not a language that is spoken here.' },
    TOO_MANY: { description: 'More entries than the field takes.' },
  },
});

@ObjectType({ implements: UserError })
class NotificationRecipientUserError extends UserError {
  @Field(() => RecipientErrorCode)
  code!: Code;
}

@ObjectType()
export class NotificationRecipientPayload {
  @Field(() => NotificationRecipientType, { nullable: true })
  notificationRecipient?: NotificationRecipientType;

  @Field(() => [NotificationRecipientUserError])
  userErrors!: readonly NotificationRecipientUserError[];
}
