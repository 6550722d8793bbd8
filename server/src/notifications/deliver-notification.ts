import { nextTry } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import type { Log } from '../platform/log/log.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { RecipientRepository } from '../recipients/index.js';
import type { CallOutcome, CallWebhook } from './call-webhook.js';
import { toNotice } from './notice.js';
import type { DeliveryRepository, DeliveryWithNotice } from './notification-repository.js';
import { queueDelivery } from './tell-audience.js';

interface Deps {
  readonly transact: Transact;
  readonly deliveries: DeliveryRepository;
  readonly recipients: Pick<RecipientRepository, 'find'>;
  readonly callWebhook: CallWebhook;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
  readonly log: Log;
  /** The console's address. */
  readonly publicUrl: string;
}

/**
 * One try to deliver a notice to a webhook. A try that fails is recorded and the next one queued in
 * the same transaction, so that a queued delivery always has exactly one job.
 */
export const createDeliverNotification = (deps: Deps) => {
  const { transact, deliveries, clock, log } = deps;

  const attempt = async (
    tenantId: string,
    delivery: DeliveryWithNotice,
  ): Promise<CallOutcome | null> => {
    const { recipientId } = delivery.notification;
    const recipient = await transact(tenantId, (tx) =>
      recipientId ? deps.recipients.find(tx, recipientId) : Promise.resolve(null),
    );
    if (!recipient) return null;
    const notice = toNotice(deps.publicUrl, delivery.notification);
    return deps.callWebhook(tenantId, recipient, notice, delivery.id);
  };

  const record = async (
    tx: Tx,
    { id, attempts, createdAt, channel }: DeliveryWithNotice,
    outcome: CallOutcome | null,
  ): Promise<void> => {
    const now = clock.now();
    if (!outcome) {
      const answer = 'The recipient was deleted.';
      await deliveries.recordTry(tx, id, { state: 'SKIPPED', answer, sentAt: null });
      return;
    }
    const { answer, delivered, final } = outcome;
    if (delivered) {
      await deliveries.recordTry(tx, id, { state: 'SENT', answer, sentAt: now });
      return;
    }
    const next = final ? null : nextTry(attempts + 1, createdAt, now);
    const state = next ? 'QUEUED' : 'FAILED';
    if (!(await deliveries.recordTry(tx, id, { state, answer, sentAt: null }))) return;
    if (next) await queueDelivery(deps.enqueue, tx, id, next);
    log.warn(
      { deliveryId: id, channel, try: attempts + 1, nextTry: next },
      next ? 'a notice could not be delivered yet' : 'a notice is given up',
    );
  };

  return async (tenantId: string, deliveryId: string): Promise<void> => {
    const delivery = await transact(tenantId, (tx) => deliveries.find(tx, deliveryId));
    if (delivery?.state !== 'QUEUED') return;
    const outcome = await attempt(tenantId, delivery).catch((error: unknown): CallOutcome => {
      log.error({ err: error, deliveryId }, 'a notice could not be put together');
      const answer = "The notice could not be put together. The server's log says more.";
      return { delivered: false, final: false, answer };
    });
    await transact(tenantId, (tx) => record(tx, delivery, outcome));
  };
};
