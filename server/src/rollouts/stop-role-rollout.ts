import { requireOnTenant, type Viewer } from '../access/index.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { FindSelfRegistration } from '../registration/index.js';
import type { EndRoleRollout } from './end-role-rollout.js';
import type { RoleRollout, RoleRolloutErrorCode } from './role-rollout.js';
import type { RoleRolloutRepository } from './role-rollout-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly findPage: FindSelfRegistration;
  readonly rollouts: RoleRolloutRepository;
  readonly endRollout: EndRoleRollout;
}

type Stopped = Result<RoleRollout, InputFaults<RoleRolloutErrorCode>>;

/** Stops a rollout between two batches: who was done keeps the roles, everybody else what they had. */
export const createStopRoleRollout =
  ({ transact, findPage, rollouts, endRollout }: Deps) =>
  (viewer: Viewer, selfRegistrationId: string): Promise<Stopped> => {
    requireOnTenant(viewer, 'SELF_REGISTRATION', 'WRITE');
    return transact(viewer.principal.tenantId, async (tx): Promise<Stopped> => {
      const page = await findPage(tx, selfRegistrationId);
      // Waits for the batch that is under way, so that what is said of it is what was done.
      const running = await rollouts.lockRunningOf(tx, page.id);
      if (!running) {
        const message = 'No rollout of this page runs: it has ended already.';
        return failWith(argumentFault('selfRegistrationId', 'NOT_RUNNING', message));
      }
      const stop = { reason: 'BY_HAND' as const, detail: viewer.actor.name };
      await endRollout(tx, viewer.actor, running, page, stop);
      const [ended] = await rollouts.findLatest(tx, [page.id]);
      return ok(ended ?? running);
    });
  };

export type StopRoleRollout = ReturnType<typeof createStopRoleRollout>;
