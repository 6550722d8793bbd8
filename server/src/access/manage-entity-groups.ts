import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { newId } from '../platform/ids.js';
import { argumentFault, failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { AdmitMembers } from './admit-members.js';
import { may } from './decision.js';
import type { DefaultAccess } from './default-access.js';
import {
  entityTypes,
  groupResourceOf,
  type EntityGroup,
  type EntityGroupErrorCode,
  type EntityType,
} from './entity-group.js';
import { parseGroupName } from './entity-group-name.js';
import type { EntityGroupFilter, EntityGroupRepository } from './entity-group-repository.js';
import { inUseAdvice, unused, type GrantUses, type PagesOf } from './grant-uses.js';
import type { GroupMembers } from './group-members.js';
import { ownAuthorityAdvice, type GrantGuard } from './grant-guard.js';
import type { Ownership } from './owned-row.js';
import { requireMay, type Viewer } from './viewer.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly groups: EntityGroupRepository;
  readonly members: Pick<GroupMembers, 'findCandidates'>;
  readonly defaults: DefaultAccess;
  readonly admitMembers: AdmitMembers;
  readonly guard: GrantGuard;
  readonly uses: GrantUses;
  readonly pagesOf: PagesOf;
}

export interface NewEntityGroup {
  readonly name: string;
  readonly type: EntityType;
  /** Undefined: the viewer's own customer, or the tenant. */
  readonly ownerCustomerId: string | null | undefined;
  readonly memberIds: readonly string[];
}

/** What is undefined stays. */
export interface EntityGroupChanges {
  readonly name: string | null | undefined;
}

type DeleteResult = Result<string, InputFaults<'NOT_ALLOWED' | 'IN_USE'>>;
type GroupResult = Result<EntityGroup, InputFaults<EntityGroupErrorCode>>;

const nameTaken = 'The owner has a group of this name: choose another one.';

/** The group itself, as decisions see it. */
export const asEntity = ({ id, type, ownerChain }: EntityGroup) => ({
  resource: groupResourceOf(type),
  id,
  ownerChain,
});

/** What people do with groups; their members are a matter of their own. */
export const createManageEntityGroups = (deps: Deps) => {
  const { transact, clock, recordAudit, ownership, groups, members } = deps;
  const { defaults, admitMembers, guard } = deps;
  const { uses, pagesOf } = deps;

  const readable = async (tx: Tx, viewer: Viewer, id: string): Promise<EntityGroup> => {
    const group = await groups.find(tx, viewer.principal, id);
    if (!group) throw notFound('group');
    return group;
  };
  const record = (tx: Tx, viewer: Viewer, verb: string, group: EntityGroup, before?: string) =>
    recordAudit(tx, viewer.actor, {
      action: `entity_group.${verb}`,
      entityType: groupResourceOf(group.type),
      entityId: group.id,
      entityName: group.name,
      before: before ? { name: before } : null,
      after: verb === 'deleted' ? null : { name: group.name, type: group.type },
    });

  /** The groups that come by themselves are there when somebody looks for one to choose. */
  const ensureGroups = async (tx: Tx, viewer: Viewer, filter: EntityGroupFilter): Promise<void> => {
    const customerId = filter.ownerCustomerId ?? viewer.principal.customerId;
    const ownerChain = customerId ? await ownership.chainOf(tx, customerId) : null;
    if (ownerChain && may(viewer.principal, 'READ', { resource: 'USER_GROUP', ownerChain })) {
      await defaults.ensureGroupsOfCustomer(tx, ownerChain);
    }
  };

  /** Where an entity is says nothing to who may not read it. */
  const seesMember = async (
    tx: Tx,
    { principal }: Viewer,
    { memberId, type }: EntityGroupFilter,
  ): Promise<boolean> => {
    if (!memberId) return true;
    for (const one of type ? [type] : entityTypes) {
      const found = await members.findCandidates(tx, principal, one, [memberId]);
      if (found.length > 0) return true;
    }
    return false;
  };

  return {
    list: (
      viewer: Viewer,
      filter: EntityGroupFilter,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<EntityGroup>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        await ensureGroups(tx, viewer, filter);
        if (!(await seesMember(tx, viewer, filter))) return { items: [], totalCount: 0 };
        return groups.list(tx, viewer.principal, filter, page);
      }),

    find: (viewer: Viewer, id: string): Promise<EntityGroup> =>
      transact(viewer.principal.tenantId, (tx) => readable(tx, viewer, id)),

    create: (viewer: Viewer, input: NewEntityGroup): Promise<GroupResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const { type } = input;
        const ownerChain = await ownership.chooseOwner(tx, viewer.principal, input.ownerCustomerId);
        if (ownerChain) {
          requireMay(viewer, 'CREATE', { resource: groupResourceOf(type), ownerChain });
        }
        const name = parseGroupName(input.name, type);
        if (!ownerChain || !name.ok) {
          const unknown = inputFault(
            'ownerCustomerId',
            'NOT_FOUND' as const,
            'Choose a customer that exists.',
          );
          return fail([...(ownerChain ? [] : [unknown]), ...(name.ok ? [] : [name.failure])]);
        }
        const createdAt = clock.now();
        const group: EntityGroup = {
          id: newId(),
          type,
          kind: 'CUSTOM',
          ownerChain,
          name: name.value,
          createdAt,
        };
        if (!(await groups.insert(tx, group)))
          return failWith(inputFault('name', 'NAME_TAKEN', nameTaken));
        if (input.memberIds.length > 0) {
          requireMay(viewer, 'ADD_TO_GROUP', asEntity(group));
          const faults = await admitMembers(tx, viewer, group, input.memberIds, [
            'input',
            'memberIds',
          ]);
          if (faults.length > 0) return fail(faults);
        }
        await record(tx, viewer, 'created', group);
        return ok(group);
      }),

    update: (viewer: Viewer, id: string, changes: EntityGroupChanges): Promise<GroupResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const group = await readable(tx, viewer, id);
        requireMay(viewer, 'WRITE', asEntity(group));
        if (changes.name === undefined) return ok(group);
        if (group.kind === 'ALL') {
          return failWith(
            argumentFault('id', 'ALL_GROUP', 'A group of everything keeps its name.'),
          );
        }
        if (group.kind === 'DEFAULT') {
          return failWith(
            argumentFault('id', 'NOT_ALLOWED', 'A group that comes by itself keeps its name.'),
          );
        }
        const name = parseGroupName(changes.name, group.type);
        if (!name.ok) return failWith(name.failure);
        const renamed = { ...group, name: name.value };
        if (!(await groups.rename(tx, id, name.value))) {
          return failWith(inputFault('name', 'NAME_TAKEN', nameTaken));
        }
        await record(tx, viewer, 'updated', renamed, group.name);
        return ok(renamed);
      }),

    /**
     * What it holds stays; roles granted on it or to it end.
     * @param evenInUse whether whoever deletes it was told who loses what
     */
    delete: (viewer: Viewer, id: string, evenInUse: boolean): Promise<DeleteResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const group = await readable(tx, viewer, id);
        requireMay(viewer, 'DELETE', asEntity(group));
        if (group.kind !== 'CUSTOM') {
          const message = 'Groups that come by themselves can not be deleted.';
          return failWith(argumentFault('id', 'NOT_ALLOWED', message));
        }
        const use = (await uses.ofGroups(tx, [id])).get(id) ?? unused;
        const giving = await pagesOf.group(tx, id);
        const advice = inUseAdvice(giving, use, await pagesOf.entering(tx, id));
        if (advice && !evenInUse) return failWith(argumentFault('id', 'IN_USE', advice));
        const keptAuthority = await guard.watchOwnAuthority(tx, viewer, id);
        await groups.delete(tx, id);
        if (!(await keptAuthority())) {
          return failWith(argumentFault('id', 'NOT_ALLOWED', ownAuthorityAdvice));
        }
        await record(tx, viewer, 'deleted', group, group.name);
        return ok(id);
      }),

    countUses: ({ principal }: Viewer, ids: readonly string[]) =>
      transact(principal.tenantId, (tx) => uses.ofGroups(tx, ids)),

    countMembers: ({ principal }: Viewer, ids: readonly string[]) =>
      transact(principal.tenantId, (tx) => groups.countMembers(tx, ids)),
  };
};

export type ManageEntityGroups = ReturnType<typeof createManageEntityGroups>;
