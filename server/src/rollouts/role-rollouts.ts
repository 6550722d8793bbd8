import type { RoleAssignments } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Log } from '../platform/log/log.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Transact, Tx } from '../platform/transaction.js';
import {
  createFindSelfRegistration,
  type RegistrantGroups,
  type SelfRegistrationRepository,
} from '../registration/index.js';
import { createContinueRoleRollout } from './continue-role-rollout.js';
import { createEndRoleRollout } from './end-role-rollout.js';
import { createReadRoleDrift } from './read-role-drift.js';
import type { RoleRolloutRepository } from './role-rollout-repository.js';
import { createStartRoleRollout } from './start-role-rollout.js';
import { createStopRoleRollout } from './stop-role-rollout.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly log: Log;
  readonly recordAudit: RecordAudit;
  readonly enqueue: Enqueue;
  readonly pages: SelfRegistrationRepository;
  readonly roleAssignments: RoleAssignments;
  readonly registrantGroups: RegistrantGroups;
  readonly rollouts: RoleRolloutRepository;
  /** Whether somebody can still sign in. */
  readonly isActive: (tx: Tx, userId: string) => Promise<boolean>;
}

/** «Apply to existing customers»: who differs, the start, and the work of the queue. */
export const createRoleRollouts = (deps: Deps) => {
  const findPage = createFindSelfRegistration(deps.pages);
  const endRollout = createEndRoleRollout(deps);
  return {
    drift: createReadRoleDrift({ ...deps, findPage }),
    start: createStartRoleRollout({ ...deps, findPage }),
    stop: createStopRoleRollout({ ...deps, findPage, endRollout }),
    continue: createContinueRoleRollout({ ...deps, endRollout }),
  };
};
