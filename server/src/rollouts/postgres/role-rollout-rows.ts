import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import type { RoleRollout } from '../role-rollout.js';
import type { RoleRolloutRepository } from '../role-rollout-repository.js';

interface Row {
  id: string;
  self_registration_id: string;
  state: RoleRollout['state'];
  grants_promised: string;
  total: number;
  done: number;
  failed_group_ids: string[];
  stop_reason: RoleRollout['stopReason'];
  stop_detail: string | null;
  started_by: string | null;
  started_by_name: string;
  started_at: Date;
  finished_at: Date | null;
}

const toRollout = (row: Row): RoleRollout => ({
  id: row.id,
  selfRegistrationId: row.self_registration_id,
  state: row.state,
  promised: row.grants_promised,
  total: row.total,
  done: row.done,
  failedGroupIds: row.failed_group_ids,
  stopReason: row.stop_reason,
  stopDetail: row.stop_detail,
  startedBy: row.started_by,
  startedByName: row.started_by_name,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

const rolloutsOf = (tx: Tx) => knexOf(tx)('role_rollouts').where('tenant_id', tx.tenantId);

const lockRunning = async (tx: Tx, which: Partial<Row>): Promise<RoleRollout | null> => {
  const rows = rolloutsOf(tx).where({ ...which, state: 'RUNNING' });
  const row = (await rows.forUpdate().first()) as Row | undefined;
  return row ? toRollout(row) : null;
};

export const roleRolloutRows: RoleRolloutRepository = {
  async insert(tx, rollout) {
    try {
      await knexOf(tx)('role_rollouts').insert({
        tenant_id: tx.tenantId,
        id: rollout.id,
        self_registration_id: rollout.selfRegistrationId,
        grants_promised: rollout.promised,
        total: rollout.total,
        started_by: rollout.startedBy,
        started_by_name: rollout.startedByName,
        started_at: rollout.startedAt,
      });
      return true;
    } catch (error) {
      if (brokenConstraint(error) === 'role_rollouts_running_key') return false;
      throw error;
    }
  },

  async findLatest(tx, selfRegistrationIds) {
    const rows = (await rolloutsOf(tx)
      .whereIn('self_registration_id', selfRegistrationIds)
      .distinctOn('self_registration_id')
      .orderBy([{ column: 'self_registration_id' }, { column: 'id', order: 'desc' }])
      .select('*')) as Row[];
    return rows.map(toRollout);
  },

  lockRunning: (tx, id) => lockRunning(tx, { id }),

  lockRunningOf: (tx, selfRegistrationId) =>
    lockRunning(tx, { self_registration_id: selfRegistrationId }),

  async addDone(tx, id, count) {
    await rolloutsOf(tx).where({ id }).increment('done', count);
  },

  async addFailed(tx, id, userGroupId) {
    await rolloutsOf(tx)
      .where({ id })
      .update({
        failed_group_ids: knexOf(tx).raw('array_append(failed_group_ids, ?::uuid)', [userGroupId]),
      });
  },

  async end(tx, id, at, stop) {
    await rolloutsOf(tx)
      .where({ id })
      .update({
        state: stop ? 'STOPPED' : 'DONE',
        finished_at: at,
        stop_reason: stop?.reason ?? null,
        stop_detail: stop?.detail ?? null,
      });
  },
};
