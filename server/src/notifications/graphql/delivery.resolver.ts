import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { badUserInput } from '../../platform/failures.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeIdCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { isId } from '../../platform/ids.js';
import type { DeliveryChannel as Channel } from '../delivery.js';
import type { ManageDeliveries } from '../manage-deliveries.js';
import type { DeliveryFilter } from '../notification-repository.js';
import type { SendTestNotice, TestResult } from '../send-test-notice.js';
import {
  DeliveryChannel,
  NotificationDeliveryConnection,
  NotificationDeliveryFilterInput,
  NotificationDeliveryPayload,
  NotificationDeliveryType,
} from './delivery.type.js';

@ObjectType({ description: 'How a test notice to one target ended.' })
class TestNoticeResult implements TestResult {
  @Field(() => DeliveryChannel, { description: 'How it went.' })
  channel!: Channel;

  @Field(() => String, { description: 'E-mail address, or the host of a webhook.' })
  target!: string;

  @Field(() => Boolean, { description: 'Whether the far side took it.' })
  delivered!: boolean;

  @Field(() => String, { description: "The far side's own words." })
  answer!: string;
}

@ObjectType()
class SendTestNoticePayload {
  @Field(() => [TestNoticeResult], { description: 'One for each target.' })
  results!: readonly TestNoticeResult[];
}

const checkFilter = (filter: NotificationDeliveryFilterInput | null): DeliveryFilter => {
  const recipientId = filter?.recipientId ?? null;
  if (recipientId !== null && !isId(recipientId)) throw badUserInput('`recipientId` is not an id.');
  return { state: filter?.state ?? null, recipientId };
};

/** Notices on their way, for administrators. */
@Resolver(() => NotificationDeliveryType)
export class DeliveryResolver {
  constructor(
    private readonly manage: ManageDeliveries,
    private readonly sendTest: SendTestNotice,
  ) {}

  @Allow.permission('NOTIFICATION', 'READ')
  @Query(() => NotificationDeliveryConnection, {
    description: "What left the house, newest first; not what stands in people's inboxes.",
  })
  async notificationDeliveries(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => NotificationDeliveryFilterInput, { nullable: true })
    wanted: NotificationDeliveryFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<NotificationDeliveryType>> {
    const viewer = viewerOf(context);
    const filter = checkFilter(wanted);
    const afterId = decodeIdCursor(after);
    const size = checkPageSize('first', first);
    const page = await this.manage.list(viewer, filter, size, afterId);
    return toIdConnection<NotificationDeliveryType>(page, () => this.manage.count(viewer, filter));
  }

  @Allow.permission('NOTIFICATION', 'WRITE')
  @Mutation(() => NotificationDeliveryPayload, {
    description: 'Tries a delivery that failed, or waits, at once.',
  })
  async retryNotificationDelivery(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<NotificationDeliveryPayload> {
    return toPayload('notificationDelivery', await this.manage.retry(viewerOf(context), id));
  }

  @Allow.permission('NOTIFICATION', 'WRITE')
  @Mutation(() => SendTestNoticePayload, {
    description:
      'Sends a test notice and waits for the answer: to the webhook or every address, or, of a recipient that stands for people, to the viewer alone. RATE_LIMITED above 30 an hour for a tenant.',
  })
  async sendTestNotice(
    @Ctx() context: ViewerContext,
    @Arg('recipientId', () => ID, { description: 'NOT_FOUND when it does not exist.' })
    recipientId: string,
  ): Promise<SendTestNoticePayload> {
    return { results: await this.sendTest(viewerOf(context), recipientId) };
  }
}
