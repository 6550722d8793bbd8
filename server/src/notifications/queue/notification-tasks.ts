import { z } from 'zod';
import type { Task } from '../../platform/queue/task.js';

const aboutNotification = z.object({ tenantId: z.uuid(), notificationId: z.uuid() });
const aboutDelivery = z.object({ tenantId: z.uuid(), deliveryId: z.uuid() });

/** Jobs hold ids only; what they mean is in the notices' own tables. */
export const notificationTask =
  (run: (tenantId: string, notificationId: string) => Promise<void>): Task =>
  async (payload) => {
    const { tenantId, notificationId } = aboutNotification.parse(payload);
    await run(tenantId, notificationId);
  };

export const deliveryTask =
  (run: (tenantId: string, deliveryId: string) => Promise<void>): Task =>
  async (payload) => {
    const { tenantId, deliveryId } = aboutDelivery.parse(payload);
    await run(tenantId, deliveryId);
  };
