import { loadPrincipal, type RoleAssignments, type Viewer } from '../access/index.js';
import type { Actor, RecordAudit } from '../audit/index.js';
import type { Log } from '../platform/log/log.js';
import type { Transact, Tx } from '../platform/transaction.js';
import {
  assignmentsOf,
  enteredGroups,
  type RegistrantGroup,
  type RegistrantGroups,
  type SelfRegistration,
  type SelfRegistrationRepository,
} from '../registration/index.js';
import type { EndRoleRollout, Stop } from './end-role-rollout.js';
import { mostFailures, type RoleRollout } from './role-rollout.js';
import type { RoleRolloutRepository } from './role-rollout-repository.js';
import { requireMayRollOut } from './start-role-rollout.js';

interface Deps {
  readonly transact: Transact;
  readonly log: Log;
  readonly recordAudit: RecordAudit;
  readonly pages: Pick<SelfRegistrationRepository, 'find'>;
  readonly roleAssignments: Pick<RoleAssignments, 'check' | 'replace'>;
  readonly registrantGroups: RegistrantGroups;
  readonly rollouts: RoleRolloutRepository;
  readonly endRollout: EndRoleRollout;
  /** Whether somebody can still sign in. */
  readonly isActive: (tx: Tx, userId: string) => Promise<boolean>;
}

/** Customers in one transaction. */
const batchSize = 50;

const actorOf = ({ startedBy, startedByName }: RoleRollout): Actor => ({
  kind: 'USER',
  id: startedBy,
  name: startedByName,
});

/**
 * One step of a rollout, in a transaction that asks anew whether its starter may give all this. Who
 * has the roles already is left alone, so a step that is done twice changes nothing.
 */
export const createContinueRoleRollout = (deps: Deps) => {
  const { transact, recordAudit, rollouts, registrantGroups, roleAssignments, endRollout } = deps;

  const starterOf = async (tx: Tx, rollout: RoleRollout): Promise<Viewer | null> => {
    const { startedBy } = rollout;
    if (!startedBy || !(await deps.isActive(tx, startedBy))) return null;
    const principal = await loadPrincipal(tx, startedBy);
    return principal && { principal, actor: actorOf(rollout) };
  };

  const reasonToStop = async (
    tx: Tx,
    rollout: RoleRollout,
    page: SelfRegistration,
  ): Promise<Stop | null> => {
    if (rollout.failedGroupIds.length >= mostFailures) {
      return { reason: 'TOO_MANY_FAILED', detail: null };
    }
    if ((await registrantGroups.promisedBy(tx, page.id)) !== rollout.promised) {
      return { reason: 'PAGE_CHANGED', detail: null };
    }
    const starter = await starterOf(tx, rollout);
    if (!starter) return { reason: 'STARTER_GONE', detail: null };
    try {
      requireMayRollOut(starter);
    } catch (error) {
      return { reason: 'GRANT_EXCEEDS_OWN', detail: (error as Error).message };
    }
    const checked = await roleAssignments.check(
      tx,
      starter,
      assignmentsOf(page),
      enteredGroups(page),
    );
    if (checked.ok) return null;
    return { reason: 'GRANT_EXCEEDS_OWN', detail: checked.failure[0]?.message ?? null };
  };

  const giveRoles = async (
    tx: Tx,
    rollout: RoleRollout,
    page: SelfRegistration,
    groups: readonly RegistrantGroup[],
  ): Promise<void> => {
    const ids = groups.map(({ userGroupId }) => userGroupId);
    const changes = await roleAssignments.replace(tx, ids, assignmentsOf(page));
    for (const { userGroupId, gained, lost } of changes) {
      await recordAudit(tx, actorOf(rollout), {
        action: 'entity_group.roles_applied',
        entityType: 'USER_GROUP',
        entityId: userGroupId,
        entityName: page.host,
        before: { lost: lost.map(({ roleId, entityGroupId }) => ({ roleId, entityGroupId })) },
        after: { gained },
      });
    }
    await rollouts.addDone(tx, rollout.id, groups.length);
  };

  /** @returns what was tried, or null when there is nothing left to do */
  const step = (tenantId: string, rolloutId: string, most: number): Promise<boolean> =>
    transact(tenantId, async (tx) => {
      const rollout = await rollouts.lockRunning(tx, rolloutId);
      const page = rollout && (await deps.pages.find(tx, rollout.selfRegistrationId));
      if (!rollout || !page) return false;
      const stop = await reasonToStop(tx, rollout, page);
      const except = rollout.failedGroupIds;
      const groups = stop ? [] : await registrantGroups.listDrifted(tx, page.id, most, { except });
      if (groups.length === 0) {
        await endRollout(tx, actorOf(rollout), rollout, page, stop);
        return false;
      }
      await giveRoles(tx, rollout, page, groups);
      return true;
    });

  /** Leaves out the customer at whom the work is stuck, so that the others get their roles. */
  const leaveOutNext = (tenantId: string, rolloutId: string): Promise<void> =>
    transact(tenantId, async (tx) => {
      const rollout = await rollouts.lockRunning(tx, rolloutId);
      if (!rollout) return;
      const { selfRegistrationId, failedGroupIds: except } = rollout;
      const [next] = await registrantGroups.listDrifted(tx, selfRegistrationId, 1, { except });
      if (next) await rollouts.addFailed(tx, rolloutId, next.userGroupId);
    });

  /** @returns whether there is more to do */
  return async (tenantId: string, rolloutId: string): Promise<boolean> => {
    try {
      return await step(tenantId, rolloutId, batchSize);
    } catch (error) {
      deps.log.warn({ err: error, rolloutId }, 'roles are applied to one customer after another');
    }
    try {
      return await step(tenantId, rolloutId, 1);
    } catch (error) {
      deps.log.error({ err: error, rolloutId }, 'roles could not be applied to a customer');
      await leaveOutNext(tenantId, rolloutId);
      return true;
    }
  };
};

export type ContinueRoleRollout = ReturnType<typeof createContinueRoleRollout>;
