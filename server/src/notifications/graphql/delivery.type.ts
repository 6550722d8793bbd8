import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { DeliveryChannel as Channel, DeliveryState as State } from '../delivery.js';
import type { DeliveryErrorCode as Code } from '../manage-deliveries.js';
import { NotificationType } from './notification.type.js';

export const DeliveryChannel: { readonly [C in Channel]: C } = {
  INBOX: 'INBOX',
  EMAIL: 'EMAIL',
  SLACK: 'SLACK',
  TEAMS: 'TEAMS',
  WEBHOOK: 'WEBHOOK',
};
registerEnumType(DeliveryChannel, {
  name: 'NotificationChannel',
  description: 'How a notice goes.',
  valuesConfig: {
    INBOX: { description: "The person's inbox in the console." },
    EMAIL: { description: 'E-mail, through the message log.' },
    SLACK: { description: 'An incoming webhook of Slack.' },
    TEAMS: { description: 'A workflow of Microsoft Teams.' },
    WEBHOOK: { description: 'JSON by POST.' },
  },
});

const DeliveryState: { readonly [S in State]: S } = {
  QUEUED: 'QUEUED',
  SENT: 'SENT',
  FAILED: 'FAILED',
  SKIPPED: 'SKIPPED',
};
registerEnumType(DeliveryState, {
  name: 'NotificationDeliveryState',
  description: 'How far a notice got.',
  valuesConfig: {
    QUEUED: { description: 'Waits for its first or next try.' },
    SENT: { description: 'The far side took it.' },
    FAILED: { description: 'Refused for good, or given up after 24 hours.' },
    SKIPPED: { description: 'Needless when its turn came.' },
  },
});

@ObjectType('NotificationDelivery', { description: 'One notice on its way to one target.' })
export class NotificationDeliveryType {
  @Field(() => ID)
  id!: string;

  @Field(() => NotificationType, { description: 'What it tells of.' })
  notification!: NotificationType;

  @Field(() => DeliveryChannel, { description: 'How it goes.' })
  channel!: Channel;

  @Field(() => String, { description: 'E-mail address, or the host of a webhook.' })
  target!: string;

  @Field(() => DeliveryState, { description: 'How far it got.' })
  state!: State;

  @Field(() => Int, { description: 'Tries that came to an end.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'What the far side said to the last try.' })
  answer!: string | null;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the far side took it.' })
  sentAt!: Date | null;
}

export const NotificationDeliveryConnection = connectionOf(
  'NotificationDelivery',
  () => NotificationDeliveryType,
);

@InputType({ description: 'Which deliveries to list.' })
export class NotificationDeliveryFilterInput {
  @Field(() => DeliveryState, { nullable: true, description: 'How far they got.' })
  state?: State | null;

  @Field(() => ID, { nullable: true, description: 'Those to this recipient.' })
  recipientId?: string | null;
}

const DeliveryErrorCode: { readonly [C in Code]: C } = { WRONG_STATE: 'WRONG_STATE' };
registerEnumType(DeliveryErrorCode, {
  name: 'NotificationDeliveryErrorCode',
  description: 'Why a delivery was not tried again.',
  valuesConfig: { WRONG_STATE: { description: 'It was delivered, or is needless.' } },
});

@ObjectType({ implements: UserError })
class NotificationDeliveryUserError extends UserError {
  @Field(() => DeliveryErrorCode)
  code!: Code;
}

@ObjectType()
export class NotificationDeliveryPayload {
  @Field(() => NotificationDeliveryType, { nullable: true })
  notificationDelivery?: NotificationDeliveryType;

  @Field(() => [NotificationDeliveryUserError])
  userErrors!: readonly NotificationDeliveryUserError[];
}
