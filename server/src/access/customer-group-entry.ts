import { fail, ok, type Result } from '../platform/result.js';
import { isId, newId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import { may } from './decision.js';
import type { EntityGroup } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import { grantAdvice, type GrantGuard } from './grant-guard.js';
import type { GroupMembers } from './group-members.js';
import { asEntity } from './manage-entity-groups.js';
import { ownedByTenant } from './owner-chain.js';
import type { Viewer } from './viewer.js';

export interface CustomerGroupFault {
  readonly code: 'NOT_FOUND' | 'TYPE_MISMATCH' | 'GRANT_EXCEEDS_OWN';
  readonly message: string;
}

interface Deps {
  readonly groups: EntityGroupRepository;
  readonly members: GroupMembers;
  readonly guard: Pick<GrantGuard, 'checkEntering'>;
}

/** The group of customers that registrants' customers enter by themselves. */
export const createCustomerGroupEntry = ({ groups, members, guard }: Deps) => ({
  /**
   * Whether the viewer may have customers put into it that do not exist yet. Second permissions:
   * READ and ADD_TO_GROUP on the group, and on customers of the tenant whatever others hold on it.
   */
  async check(
    tx: Tx,
    viewer: Viewer,
    groupId: string,
  ): Promise<Result<EntityGroup, CustomerGroupFault>> {
    const [group] = isId(groupId) ? await groups.findReadable(tx, viewer.principal, [groupId]) : [];
    if (!group) {
      return fail({ code: 'NOT_FOUND', message: 'This group does not exist: choose another one.' });
    }
    if (group.type !== 'CUSTOMER' || group.kind === 'ALL' || group.ownerChain.length > 0) {
      const message = 'Choose a group of customers that the tenant owns, other than «All».';
      return fail({ code: 'TYPE_MISMATCH', message });
    }
    if (!may(viewer.principal, 'ADD_TO_GROUP', asEntity(group))) {
      const message = 'You need CUSTOMER_GROUP:ADD_TO_GROUP there yourself.';
      return fail({ code: 'GRANT_EXCEEDS_OWN', message });
    }
    const someCustomer = { id: newId(), ownerChain: ownedByTenant, groupIds: [], authority: null };
    const verdict = await guard.checkEntering(tx, viewer, group, [someCustomer]);
    return verdict.allowed
      ? ok(group)
      : fail({ code: 'GRANT_EXCEEDS_OWN', message: grantAdvice(verdict) });
  },

  /** @returns false when the group was deleted since */
  async enter(tx: Tx, groupId: string, customerId: string): Promise<boolean> {
    const [group] = await groups.findMany(tx, [groupId]);
    if (!group) return false;
    await members.add(tx, group.id, group.type, [customerId]);
    return true;
  },
});

export type CustomerGroupEntry = ReturnType<typeof createCustomerGroupEntry>;
