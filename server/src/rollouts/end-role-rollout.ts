import type { Actor, RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/transaction.js';
import type { SelfRegistration } from '../registration/index.js';
import type { RoleRollout, RolloutStop } from './role-rollout.js';
import type { RoleRolloutRepository } from './role-rollout-repository.js';

interface Deps {
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly rollouts: Pick<RoleRolloutRepository, 'end'>;
}

/** Why it ends early. */
export interface Stop {
  readonly reason: RolloutStop;
  readonly detail: string | null;
}

/** Ends a locked rollout and writes down how far it came; without a stop everybody has the roles. */
export const createEndRoleRollout =
  ({ clock, recordAudit, rollouts }: Deps) =>
  async (
    tx: Tx,
    actor: Actor,
    rollout: RoleRollout,
    page: Pick<SelfRegistration, 'id' | 'host'>,
    stop: Stop | null,
  ): Promise<void> => {
    await rollouts.end(tx, rollout.id, clock.now(), stop);
    await recordAudit(tx, actor, {
      action: stop ? 'self-registration.rollout_stopped' : 'self-registration.rollout_done',
      entityType: 'SELF_REGISTRATION',
      entityId: page.id,
      entityName: page.host,
      after: {
        done: rollout.done,
        ...(stop && { total: rollout.total }),
        failed: rollout.failedGroupIds.length,
        ...(stop && { reason: stop.reason }),
      },
    });
  };

export type EndRoleRollout = ReturnType<typeof createEndRoleRollout>;
