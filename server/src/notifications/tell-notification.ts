import { addMs, hourMs, type Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Transact } from '../platform/transaction.js';
import { hourOf, mostAnHour, type Notification } from './notification.js';
import type { NotificationRepository } from './notification-repository.js';
import type { TellAudience } from './tell-audience.js';

export const summariseTask = 'summarise-notifications';

interface Deps {
  readonly transact: Transact;
  readonly notifications: NotificationRepository;
  readonly tellAudience: TellAudience;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
}

const audienceKey = ({ selfRegistrationId, recipientId }: Notification): string =>
  `${selfRegistrationId ?? 'none'}:${recipientId ?? 'administrators'}`;

/** Tells what happened, or holds it back for the summary when its hour is full. */
export const createTellNotification =
  ({ transact, notifications, tellAudience, enqueue, clock }: Deps) =>
  (tenantId: string, notificationId: string): Promise<void> =>
    transact(tenantId, async (tx) => {
      const notification = await notifications.find(tx, notificationId);
      if (notification?.state !== 'WAITING') return;
      await notifications.takeTurn(tx, notification);
      const at = clock.now();
      const told = await notifications.countTold(tx, notification, hourOf(at));
      const to = told < mostAnHour ? 'TOLD' : 'HELD';
      // Another try of the same job may have been quicker.
      if ((await notifications.setState(tx, [notification.id], { from: 'WAITING', to, at })) === 0)
        return;
      if (to === 'TOLD') return tellAudience(tx, notification);
      await enqueue(tx, {
        task: summariseTask,
        payload: { notificationId },
        jobKey: `${summariseTask}:${tx.tenantId}:${audienceKey(notification)}`,
        runAt: addMs(hourOf(at), hourMs),
      });
    });

/** Tells in one notice how many there were besides those told one by one. */
export const createSummarise =
  ({ transact, notifications, tellAudience, clock }: Omit<Deps, 'enqueue'>) =>
  (tenantId: string, notificationId: string): Promise<void> =>
    transact(tenantId, async (tx) => {
      const audience = await notifications.find(tx, notificationId);
      if (!audience) return;
      await notifications.takeTurn(tx, audience);
      const held = await notifications.findHeld(tx, audience);
      if (held.length === 0) return;
      const at = clock.now();
      const ids = held.map(({ id }) => id);
      await notifications.setState(tx, ids, { from: 'HELD', to: 'SUMMARISED', at });
      const countOf = (event: Notification['event']) =>
        held.filter((one) => one.event === event).length;
      const summary: Notification = {
        ...audience,
        id: newId(),
        event: 'SUMMARY',
        registrationId: null,
        personName: null,
        personEmail: null,
        skippedGrants: [],
        registeredCount: countOf('USER_REGISTERED'),
        activatedCount: countOf('USER_ACTIVATED'),
        waitingCount: countOf('USER_WAITING'),
        skippedCount: countOf('GRANTS_SKIPPED'),
        state: 'TOLD',
        createdAt: at,
      };
      await notifications.insert(tx, summary);
      await tellAudience(tx, summary);
    });
