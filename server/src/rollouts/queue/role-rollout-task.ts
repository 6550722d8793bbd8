import { z } from 'zod';
import type { Enqueue } from '../../platform/queue/enqueue.js';
import type { Transact } from '../../platform/transaction.js';
import type { ContinueRoleRollout } from '../continue-role-rollout.js';
import { roleRolloutTask } from '../start-role-rollout.js';

const payloadOf = z.object({ tenantId: z.uuid(), rolloutId: z.uuid() });

/** A job works for so long and then queues the next one, so that others have their turn; ms. */
const turnMs = 2_000;

export const createRoleRolloutTask =
  (continueRollout: ContinueRoleRollout, transact: Transact, enqueue: Enqueue) =>
  async (payload: unknown): Promise<void> => {
    const { tenantId, rolloutId } = payloadOf.parse(payload);
    const until = performance.now() + turnMs;
    let more = true;
    while (more && performance.now() < until) more = await continueRollout(tenantId, rolloutId);
    if (!more) return;
    await transact(tenantId, (tx) =>
      enqueue(tx, { task: roleRolloutTask, payload: { rolloutId }, jobKey: rolloutId }),
    );
  };
