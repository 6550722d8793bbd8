import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Mail } from '../mail/index.js';
import { notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import type { Page } from '../platform/page.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type {
  DeliveryFilter,
  DeliveryRepository,
  DeliveryWithNotice,
} from './notification-repository.js';
import { queueDelivery } from './tell-audience.js';

export type DeliveryErrorCode = 'WRONG_STATE';

interface Deps {
  readonly transact: Transact;
  readonly deliveries: DeliveryRepository;
  readonly resendMail: Mail['resend'];
  readonly enqueue: Enqueue;
  readonly recordAudit: RecordAudit;
}

/** What administrators see and do of notices on their way. */
export const createManageDeliveries = (deps: Deps) => {
  const { transact, deliveries } = deps;
  return {
    list: (
      viewer: Viewer,
      filter: DeliveryFilter,
      first: number,
      afterId: string | null,
    ): Promise<Page<DeliveryWithNotice>> => {
      requireOnTenant(viewer, 'NOTIFICATION', 'READ');
      const { tenantId } = viewer.principal;
      return transact(tenantId, (tx) => deliveries.list(tx, filter, first, afterId));
    },

    /** Capped. */
    count: (viewer: Viewer, filter: DeliveryFilter): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) => deliveries.count(tx, filter)),

    /** Tries a delivery that failed, or waits, at once. */
    retry: (
      viewer: Viewer,
      id: string,
    ): Promise<Result<DeliveryWithNotice, InputFaults<DeliveryErrorCode>>> => {
      requireOnTenant(viewer, 'NOTIFICATION', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const delivery = isId(id) ? await deliveries.find(tx, id) : null;
        if (!delivery || delivery.channel === 'INBOX') throw notFound('delivery');
        const { mailMessageId, channel } = delivery;
        const isLost = channel === 'EMAIL' && mailMessageId === null;
        if (isLost || delivery.state === 'SENT' || delivery.state === 'SKIPPED') {
          const message = 'This notice needs no other try.';
          return failWith(argumentFault('id', 'WRONG_STATE' as const, message));
        }
        const resent = mailMessageId && (await deps.resendMail(tx, mailMessageId));
        await deliveries.requeue(tx, id, resent);
        if (channel !== 'EMAIL') await queueDelivery(deps.enqueue, tx, id);
        await deps.recordAudit(tx, viewer.actor, {
          action: 'notification.retried',
          entityType: 'NOTIFICATION',
          entityId: id,
          entityName: delivery.target,
        });
        return ok((await deliveries.find(tx, id)) ?? delivery);
      });
    },
  };
};

export type ManageDeliveries = ReturnType<typeof createManageDeliveries>;
