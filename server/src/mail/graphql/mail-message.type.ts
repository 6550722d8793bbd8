import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { MailMessage, MailState as State } from '../mail-message.js';

export const MailState: { readonly [S in State]: S } = {
  QUEUED: 'QUEUED',
  SENT: 'SENT',
  BOUNCED: 'BOUNCED',
  FAILED: 'FAILED',
  SKIPPED: 'SKIPPED',
};

registerEnumType(MailState, {
  name: 'MailState',
  description: 'How far a mail got.',
  valuesConfig: {
    QUEUED: { description: 'Waits for its first or next try.' },
    SENT: { description: 'Accepted by the mail server.' },
    BOUNCED: { description: 'The mail server takes nothing for this recipient.' },
    FAILED: { description: 'Refused by the mail server, or given up after 24 hours.' },
    SKIPPED: { description: 'Needless when its turn came.' },
  },
});

@ObjectType('MailMessage', { description: 'An entry of the message log. Holds no secrets.' })
export class MailMessageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Which text, e.g. activation or already-registered.' })
  template!: string;

  @Field(() => String, { description: 'One e-mail address.' })
  recipient!: string;

  @Field(() => String, { description: 'Language of the mail.' })
  locale!: MailMessage['locale'];

  @Field(() => ID, { nullable: true, description: 'The registration that it is about.' })
  registrationId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The user that it is about.' })
  userId!: string | null;

  @Field(() => MailState, { description: 'How far it got.' })
  state!: State;

  @Field(() => Int, { description: 'Tries that came to an end.' })
  attempts!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Answer of the mail server to the last try that failed, or why it was skipped.',
  })
  lastError!: string | null;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the mail server took it.' })
  sentAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the last try ended.' })
  triedAt!: Date | null;
}

/** Shows what was sent in the end rather than what was queued. */
export const toMailMessageType = (message: MailMessage): MailMessageType => ({
  ...message,
  template: message.sentAs ?? message.template,
});
