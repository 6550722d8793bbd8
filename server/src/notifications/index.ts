import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { BaseAddress } from '../domains/index.js';
import type { Identity } from '../identity/index.js';
import type { Mail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import type { Topics } from '../platform/graphql/topics.js';
import type { PostOut } from '../platform/http/outgoing-http.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Log } from '../platform/log/log.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { Database } from '../platform/postgres/database.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Recipients } from '../recipients/index.js';
import { createCallWebhook } from './call-webhook.js';
import { createDeliverNotification } from './deliver-notification.js';
import { DeliveryResolver } from './graphql/delivery.resolver.js';
import { NotificationResolver } from './graphql/notification.resolver.js';
import { inboxTopic, toInboxChange } from './inbox-topic.js';
import { createManageDeliveries } from './manage-deliveries.js';
import { createNoticeComposers } from './notice-mail.js';
import { createNotify, tellTask } from './notify.js';
import { deliveryRows } from './postgres/delivery-rows.js';
import { inboxRows } from './postgres/inbox-rows.js';
import { notificationRows } from './postgres/notification-rows.js';
import { deliveryTask, notificationTask } from './queue/notification-tasks.js';
import { createReadInbox } from './read-inbox.js';
import { createSendTestNotice } from './send-test-notice.js';
import { createTellAudience, deliverTask } from './tell-audience.js';
import { createSummarise, createTellNotification, summariseTask } from './tell-notification.js';

export { NotificationType } from './graphql/notification.type.js';
export type { Notify } from './notify.js';

interface Deps {
  readonly database: Database;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly seal: Seal;
  readonly limits: RateLimits<LimitName>;
  readonly postOut: PostOut;
  readonly recordAudit: RecordAudit;
  readonly mail: Mail;
  readonly identity: Identity;
  readonly recipients: Recipients;
  readonly baseAddressOf: BaseAddress;
  /** The console's address as an origin. */
  readonly publicUrl: string;
  readonly changes: Changes;
  /** Where subscriptions of this process hear of changes. */
  readonly topics: Topics;
}

/** Tells recipients what happened on sign-up pages. */
export const createNotifications = (given: Deps) => {
  const { mail, identity } = given;
  const parts = {
    ...given,
    transact: given.database.transact,
    recipients: given.recipients.repository,
    findPeople: given.recipients.findPeople,
    notifications: notificationRows,
    deliveries: deliveryRows,
    inbox: inboxRows,
    queueMail: mail.queueMail,
    sendMailNow: mail.sendNow,
    resendMail: mail.resend,
    findUser: identity.users.find,
    callWebhook: createCallWebhook(given),
  };
  given.changes.on(inboxTopic, (rest) => given.topics.publish(inboxTopic, toInboxChange(rest)));

  const composers = createNoticeComposers(parts);
  mail.compose('new-registration', composers.aboutPerson);
  mail.compose('registration-waiting', composers.aboutPerson);
  mail.compose('registration-activated', composers.aboutPerson);
  mail.compose('grants-skipped', composers.grantsSkipped);
  mail.compose('registrations-summary', composers.summary);
  mail.compose('test-notice', composers.test);

  const telling = { ...parts, tellAudience: createTellAudience(parts) };
  return {
    notify: createNotify(parts),
    tasks: {
      [tellTask]: notificationTask(createTellNotification(telling)),
      [summariseTask]: notificationTask(createSummarise(telling)),
      [deliverTask]: deliveryTask(createDeliverNotification(parts)),
    },
    resolvers: [
      new NotificationResolver(createReadInbox(parts)),
      new DeliveryResolver(createManageDeliveries(parts), createSendTestNotice(parts)),
    ],
  };
};
