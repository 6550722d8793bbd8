import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Subscription } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeIdCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { concerns, inboxTopic, type InboxChange } from '../inbox-topic.js';
import type { ReadInbox } from '../read-inbox.js';
import {
  MarkAllNotificationsReadPayload,
  MarkNotificationReadPayload,
} from './notification.payload.js';
import { NotificationConnection, NotificationType } from './notification.type.js';

/** The viewer's own inbox. */
@Resolver(() => NotificationType)
export class NotificationResolver {
  constructor(private readonly inbox: ReadInbox) {}

  @Allow.signedIn()
  @Query(() => NotificationConnection, { description: "The viewer's own inbox, newest first." })
  async notifications(
    @Ctx() context: ViewerContext,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: 'Leaves read ones out.' })
    unreadOnly: boolean,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<NotificationType>> {
    const viewer = viewerOf(context);
    const page = await this.inbox.list(viewer, {
      unreadOnly,
      first: checkPageSize('first', first),
      afterId: decodeIdCursor(after),
    });
    return toIdConnection<NotificationType>(page, () => this.inbox.count(viewer, unreadOnly));
  }

  @Allow.signedIn()
  @Query(() => Int, { description: "Of the viewer's own inbox; counted up to 10,000." })
  unreadNotificationCount(@Ctx() context: ViewerContext): Promise<number> {
    return this.inbox.count(viewerOf(context), true);
  }

  @Allow.signedIn()
  @Subscription(() => Int, {
    topics: inboxTopic,
    filter: ({ payload, context }) =>
      concerns(payload as InboxChange, viewerOf(context as ViewerContext).principal),
    description: "The viewer's unread notifications, whenever their inbox changes.",
  })
  unreadNotificationCountChanged(@Ctx() context: ViewerContext): Promise<number> {
    return this.inbox.count(viewerOf(context), true);
  }

  @Allow.signedIn()
  @Mutation(() => MarkNotificationReadPayload, {
    description: 'Marks a notification of the own inbox as read; once more changes nothing.',
  })
  async markNotificationRead(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<MarkNotificationReadPayload> {
    return { notification: await this.inbox.markRead(viewerOf(context), id) };
  }

  @Allow.signedIn()
  @Mutation(() => MarkAllNotificationsReadPayload, {
    description: 'Marks the whole own inbox as read.',
  })
  async markAllNotificationsRead(
    @Ctx() context: ViewerContext,
  ): Promise<MarkAllNotificationsReadPayload> {
    return { markedCount: await this.inbox.markAllRead(viewerOf(context)) };
  }
}
