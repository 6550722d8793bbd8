import type { RecordAudit } from '../audit/index.js';
import { notFound } from '../platform/failures.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { EntityType } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import { grantAdvice, type GrantGuard } from './grant-guard.js';
import type { GrantVerdict } from './grant.js';
import type { EntityReference, GroupMembers, MemberCandidate } from './group-members.js';
import type { Ownership } from './owned-row.js';
import { directOwner, type OwnerChain } from './owner-chain.js';
import type { OwnerChanges } from './owner-changes.js';
import type { OwnerNames } from './owner-names.js';
import type { Principal } from './principal.js';
import { requireMay, type Viewer } from './viewer.js';

export type ChangeOwnerErrorCode =
  'NOT_FOUND' | 'NAME_TAKEN' | 'OWNER_BELOW' | 'AUTHORITY_DIFFERS' | 'GRANT_EXCEEDS_OWN';

export interface WantedOwner {
  readonly type: EntityType;
  readonly id: string;
  /** Undefined or null: the viewer's own customer, or the tenant. */
  readonly ownerCustomerId: string | null | undefined;
}

interface Deps {
  readonly transact: Transact;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly ownerNames: OwnerNames;
  readonly groups: EntityGroupRepository;
  readonly members: GroupMembers;
  readonly ownerChanges: OwnerChanges;
  readonly guard: GrantGuard;
}

type Fault = readonly [code: ChangeOwnerErrorCode, message: string];
type Changed = Result<EntityReference, InputFaults<ChangeOwnerErrorCode>>;

/** Why this owner can't be, whoever asks. */
const misfit = (
  type: EntityType,
  { id, authority }: MemberCandidate,
  owner: OwnerChain,
): Fault | null => {
  if (type === 'CUSTOMER' && owner.includes(id)) {
    return ['OWNER_BELOW', 'A customer is never owned by itself, or by one below it.'];
  }
  if (type === 'USER' && (authority === 'CUSTOMER_USER') !== owner.length > 0) {
    const message = 'People of the tenant and of customers never become each other: invite them.';
    return ['AUTHORITY_DIFFERS', message];
  }
  return null;
};

/** Gives entities to another owner. Never by a group role, and nobody re-owns their own customer. */
export const createChangeOwner = (deps: Deps) => {
  const { transact, ownership, groups, members, ownerChanges, guard } = deps;

  const readable = async (tx: Tx, { principal }: Viewer, { type, id }: WantedOwner) => {
    const [entity] = await members.findCandidates(tx, principal, type, [id]);
    if (!entity) throw notFound(type.toLowerCase());
    return entity;
  };

  /** Both walls stand in reach of whoever does it, and so does what others then get. */
  const checkGrants = async (
    tx: Tx,
    viewer: Viewer,
    type: EntityType,
    { authority, ...entity }: MemberCandidate,
    lost: readonly string[],
  ): Promise<GrantVerdict> => {
    const all = await groups.findAll(tx, type, directOwner(entity.ownerChain));
    const entering = { ...entity, authority: null };
    if (authority) {
      const staying = await ownerChanges.groupsNotOwnedBy(tx, entity.groupIds, lost);
      const receivers = { authority, ownerChain: entity.ownerChain };
      const joining = await guard.checkJoining(tx, viewer, staying, receivers);
      if (!joining.allowed) return joining;
    }
    return all ? guard.checkEntering(tx, viewer, all, [entering]) : { allowed: true, missing: [] };
  };

  const nameOf = async (tx: Tx, principal: Principal, owner: string | null): Promise<string> =>
    owner === null
      ? deps.ownerNames.ofTenant(tx)
      : ((await deps.ownerNames.ofCustomers(tx, principal, [owner])).get(owner) ?? owner);

  const refuse = (...[code, message]: Fault) =>
    failWith(inputFault<ChangeOwnerErrorCode>('ownerCustomerId', code, message));

  return (viewer: Viewer, wanted: WantedOwner): Promise<Changed> =>
    transact(viewer.principal.tenantId, async (tx): Promise<Changed> => {
      const { principal } = viewer;
      const { type, id } = wanted;
      // Two customers that are moved below each other at once would make a ring.
      if (type === 'CUSTOMER') await ownerChanges.lockTree(tx);
      const entity = await readable(tx, viewer, wanted);
      requireMay(viewer, 'CHANGE_OWNER', { resource: type, ...entity });
      const owner = await ownership.chooseOwner(tx, principal, wanted.ownerCustomerId);
      if (!owner) return refuse('NOT_FOUND', 'Choose a customer that exists.');
      const fault = misfit(type, entity, owner);
      if (fault) return refuse(...fault);
      requireMay(viewer, 'CHANGE_OWNER', { resource: type, id, ownerChain: owner });
      const [before, after] = [directOwner(entity.ownerChain), directOwner(owner)];
      const name = await ownerChanges.nameOf(tx, type, id);
      if (before === after) return ok({ id, type, name });

      const lost = entity.ownerChain.filter((customerId) => !owner.includes(customerId));
      const moved = { ...entity, ownerChain: owner };
      const verdict = await checkGrants(tx, viewer, type, moved, lost);
      if (!verdict.allowed) return refuse('GRANT_EXCEEDS_OWN', grantAdvice(verdict));
      if (!(await ownerChanges.setOwner(tx, type, id, after))) {
        return refuse(
          'NAME_TAKEN',
          'This owner has one of the same name: rename one of them first.',
        );
      }
      await ownerChanges.leaveGroupsOf(tx, type, id, lost);
      await deps.recordAudit(tx, viewer.actor, {
        action: `${type.toLowerCase()}.owner_changed`,
        entityType: type,
        entityId: id,
        entityName: name,
        before: { owner: await nameOf(tx, principal, before) },
        after: { owner: await nameOf(tx, principal, after) },
      });
      return ok({ id, type, name });
    });
};

export type ChangeOwner = ReturnType<typeof createChangeOwner>;
