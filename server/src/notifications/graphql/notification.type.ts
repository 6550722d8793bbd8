import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import type { Notification, NotificationEvent as Event } from '../notification.js';

const NotificationEvent: { readonly [E in Event]: E } = {
  USER_REGISTERED: 'USER_REGISTERED',
  USER_WAITING: 'USER_WAITING',
  USER_ACTIVATED: 'USER_ACTIVATED',
  GRANTS_SKIPPED: 'GRANTS_SKIPPED',
  SUMMARY: 'SUMMARY',
  TEST: 'TEST',
};
registerEnumType(NotificationEvent, {
  name: 'NotificationEvent',
  description: 'What a notification tells of.',
  valuesConfig: {
    USER_REGISTERED: { description: 'Somebody submitted a sign-up page; not confirmed yet.' },
    USER_WAITING: { description: 'Somebody confirmed the address and waits for approval.' },
    USER_ACTIVATED: { description: 'Somebody has an account now.' },
    GRANTS_SKIPPED: {
      description:
        'Somebody activated, but roles or groups of the page were gone or not allowed any more.',
    },
    SUMMARY: { description: 'How many more there were than the 10 an hour told one by one.' },
    TEST: { description: 'An administrator tried a recipient.' },
  },
});

@ObjectType('Notification', { description: 'One message to one recipient.' })
export class NotificationType implements Omit<Notification, 'recipientId' | 'state'> {
  @Field(() => ID)
  id!: string;

  @Field(() => NotificationEvent, { description: 'What happened.' })
  event!: Event;

  @Field(() => String, {
    nullable: true,
    description: "Who was told, by name; null for the tenant's administrators.",
  })
  recipientName!: string | null;

  selfRegistrationId!: string | null;

  registrationId!: string | null;

  @Field(() => String, { description: 'Host of the sign-up page; empty for a test.' })
  host!: string;

  @Field(() => String, { nullable: true, description: 'As the person typed it.' })
  personName!: string | null;

  @Field(() => String, { nullable: true, description: 'Null in a summary.' })
  personEmail!: string | null;

  @Field(() => [String], {
    description: 'Names of the roles and groups that were skipped; empty for other events.',
  })
  skippedGrants!: readonly string[];

  @Field(() => Int, { description: 'In a summary: how many people registered.' })
  registeredCount!: number;

  @Field(() => Int, { description: 'In a summary: how many people activated.' })
  activatedCount!: number;

  @Field(() => Int, { description: 'In a summary: how many people began to wait for approval.' })
  waitingCount!: number;

  @Field(() => Int, {
    description: 'In a summary: how many people got less than their page promised.',
  })
  skippedCount!: number;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the viewer read it; null while unread, and in the list of deliveries.',
  })
  readAt?: Date | null;
}

export const NotificationConnection = connectionOf('Notification', () => NotificationType);
