import { requireOnTenant, type RoleAssignments, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { personOnly } from '../platform/failures.js';
import { newId } from '../platform/ids.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import {
  assignmentsOf,
  enteredGroups,
  type FindSelfRegistration,
  type RegistrantGroups,
} from '../registration/index.js';
import type { RoleRollout, RoleRolloutErrorCode } from './role-rollout.js';
import type { RoleRolloutRepository } from './role-rollout-repository.js';

/** The task of the queue that goes on with a rollout. */
export const roleRolloutTask = 'roll-out-roles';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly enqueue: Enqueue;
  readonly findPage: FindSelfRegistration;
  readonly roleAssignments: Pick<RoleAssignments, 'check'>;
  readonly registrantGroups: RegistrantGroups;
  readonly rollouts: RoleRolloutRepository;
}

type Started = Result<RoleRollout, InputFaults<RoleRolloutErrorCode>>;

/** @throws FORBIDDEN; what a person needs to change the grants of customers that exist */
export const requireMayRollOut = (viewer: Viewer): void => {
  requireOnTenant(viewer, 'SELF_REGISTRATION', 'WRITE');
  requireOnTenant(viewer, 'USER_GROUP', 'WRITE');
  requireOnTenant(viewer, 'GROUP_PERMISSION', 'CREATE');
  requireOnTenant(viewer, 'GROUP_PERMISSION', 'DELETE');
};

/** «Apply to existing customers»: queues the work and says how much it is. */
export const createStartRoleRollout =
  ({ transact, clock, recordAudit, enqueue, rollouts, registrantGroups, ...deps }: Deps) =>
  (viewer: Viewer, selfRegistrationId: string, revision: number): Promise<Started> => {
    requireMayRollOut(viewer);
    // The queue asks before each customer what the starter holds: a person, who can be told.
    if (viewer.actor.kind !== 'USER') throw personOnly();
    return transact(viewer.principal.tenantId, async (tx): Promise<Started> => {
      const page = await deps.findPage(tx, selfRegistrationId);
      if (page.revision !== revision) {
        const message = 'The page was saved meanwhile: look again at who gains and loses what.';
        return failWith(argumentFault('revision', 'REVISION_OUTDATED', message));
      }
      const checked = await deps.roleAssignments.check(
        tx,
        viewer,
        assignmentsOf(page),
        enteredGroups(page),
      );
      if (!checked.ok) {
        const [{ code, message } = { code: 'NOT_FOUND', message: '' }] = checked.failure;
        const told = code === 'GRANT_EXCEEDS_OWN' ? code : 'ROLE_GONE';
        return failWith(argumentFault('selfRegistrationId', told, message));
      }
      const rollout: RoleRollout = {
        id: newId(),
        selfRegistrationId,
        state: 'RUNNING',
        promised: await registrantGroups.promisedBy(tx, selfRegistrationId),
        total: await registrantGroups.countAllDrifted(tx, selfRegistrationId),
        done: 0,
        failedGroupIds: [],
        stopReason: null,
        stopDetail: null,
        startedBy: viewer.principal.userId,
        startedByName: viewer.actor.name,
        startedAt: clock.now(),
        finishedAt: null,
      };
      if (!(await rollouts.insert(tx, rollout))) {
        const message = 'The roles are being applied already: wait until that is done.';
        return failWith(argumentFault('selfRegistrationId', 'ALREADY_RUNNING', message));
      }
      await enqueue(tx, { task: roleRolloutTask, payload: { rolloutId: rollout.id } });
      await recordAudit(tx, viewer.actor, {
        action: 'self-registration.rollout_started',
        entityType: 'SELF_REGISTRATION',
        entityId: page.id,
        entityName: page.host,
        after: { customers: rollout.total },
      });
      return ok(rollout);
    });
  };

export type StartRoleRollout = ReturnType<typeof createStartRoleRollout>;
