import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { MailMessageErrorCode as Code } from '../manage-mail-messages.js';
import { MailMessageType } from './mail-message.type.js';

const MailMessageErrorCode: { readonly [C in Code]: C } = {
  WRONG_STATE: 'WRONG_STATE',
  RATE_LIMITED: 'RATE_LIMITED',
};
registerEnumType(MailMessageErrorCode, {
  name: 'MailMessageErrorCode',
  description: 'Why a mail was not sent again.',
  valuesConfig: {
    WRONG_STATE: { description: 'It was needless and still is.' },
    RATE_LIMITED: { description: 'The recipient got a mail a moment ago.' },
  },
});

@ObjectType({ implements: UserError })
class MailMessageUserError extends UserError {
  @Field(() => MailMessageErrorCode)
  code!: Code;
}

@ObjectType()
export class MailMessagePayload {
  @Field(() => MailMessageType, { nullable: true })
  mailMessage?: MailMessageType;

  @Field(() => [MailMessageUserError])
  userErrors!: readonly MailMessageUserError[];
}
