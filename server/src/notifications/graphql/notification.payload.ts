import { Field, Int, ObjectType } from 'type-graphql';
import { NotificationType } from './notification.type.js';

@ObjectType()
export class MarkNotificationReadPayload {
  @Field(() => NotificationType, { description: 'As it is now.' })
  notification!: NotificationType;
}

@ObjectType()
export class MarkAllNotificationsReadPayload {
  @Field(() => Int, { description: 'How many were unread.' })
  markedCount!: number;
}
