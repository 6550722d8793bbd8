import type { RecordAudit } from '../audit/index.js';
import { notFound } from '../platform/failures.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import type { Page } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { faultsOfIds, tooMany, type AdmitMembers } from './admit-members.js';
import { groupResourceOf, type EntityGroup, type EntityGroupErrorCode } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import { ownAuthorityAdvice, type GrantGuard } from './grant-guard.js';
import type { EntityReference, GroupMembers } from './group-members.js';
import { asEntity } from './manage-entity-groups.js';
import { requireMay, type Viewer } from './viewer.js';

interface Deps {
  readonly transact: Transact;
  readonly recordAudit: RecordAudit;
  readonly groups: EntityGroupRepository;
  readonly members: GroupMembers;
  readonly admitMembers: AdmitMembers;
  readonly guard: GrantGuard;
}

type GroupResult = Result<EntityGroup, InputFaults<EntityGroupErrorCode>>;

const derived = argumentFault(
  'groupId',
  'ALL_GROUP' as const,
  'This group holds whatever its owner owns: change the owner of the entity, or use another group.',
);
const nothingNamed = argumentFault('entityIds', 'REQUIRED' as const, 'Choose at least one.');

/** Who and what is in a group. */
export const createManageGroupMembers = (deps: Deps) => {
  const { transact, recordAudit, groups, members, admitMembers, guard } = deps;

  const readable = async (tx: Tx, viewer: Viewer, id: string): Promise<EntityGroup> => {
    const group = await groups.find(tx, viewer.principal, id);
    if (!group) throw notFound('group');
    return group;
  };
  const record = (
    tx: Tx,
    viewer: Viewer,
    verb: string,
    group: EntityGroup,
    ids: readonly string[],
  ) =>
    recordAudit(tx, viewer.actor, {
      action: `entity_group.${verb}`,
      entityType: groupResourceOf(group.type),
      entityId: group.id,
      entityName: group.name,
      after: { entityIds: ids },
    });

  return {
    list: (
      viewer: Viewer,
      groupId: string,
      first: number,
      afterId: string | null,
    ): Promise<Page<EntityReference>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const group = await readable(tx, viewer, groupId);
        return members.list(tx, viewer.principal, group, first, afterId);
      }),

    add: (viewer: Viewer, groupId: string, entityIds: readonly string[]): Promise<GroupResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const group = await readable(tx, viewer, groupId);
        requireMay(viewer, 'ADD_TO_GROUP', asEntity(group));
        if (group.kind === 'ALL') return failWith(derived);
        if (entityIds.length === 0) return failWith(nothingNamed);
        const faults = await admitMembers(tx, viewer, group, entityIds, ['entityIds']);
        if (faults.length > 0) return fail(faults);
        await record(tx, viewer, 'members_added', group, entityIds);
        return ok(group);
      }),

    remove: (viewer: Viewer, groupId: string, entityIds: readonly string[]): Promise<GroupResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const group = await readable(tx, viewer, groupId);
        requireMay(viewer, 'REMOVE_FROM_GROUP', asEntity(group));
        if (group.kind === 'ALL') return failWith(derived);
        if (entityIds.length === 0) return failWith(nothingNamed);
        const long = tooMany(['entityIds'], entityIds);
        if (long.length > 0) return fail(long);
        const found = await members.findCandidates(tx, viewer.principal, group.type, entityIds);
        const unknown = faultsOfIds(['entityIds'], entityIds, found);
        if (unknown.length > 0) return fail(unknown);
        const keptAuthority = await guard.watchOwnAuthority(tx, viewer);
        await members.remove(tx, groupId, entityIds);
        if (!(await keptAuthority())) {
          return failWith(argumentFault('entityIds', 'NOT_ALLOWED', ownAuthorityAdvice));
        }
        await record(tx, viewer, 'members_removed', group, entityIds);
        return ok(group);
      }),
  };
};

export type ManageGroupMembers = ReturnType<typeof createManageGroupMembers>;
