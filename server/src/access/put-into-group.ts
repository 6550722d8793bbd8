import type { InputFault } from '../platform/input-fault.js';
import type { Tx } from '../platform/transaction.js';
import type { AdmitMembers } from './admit-members.js';
import { groupResourceOf, type EntityType } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import { requireMay, type Viewer } from './viewer.js';

interface Deps {
  readonly groups: EntityGroupRepository;
  readonly admitMembers: AdmitMembers;
}

type Faults = readonly InputFault<'NOT_FOUND' | 'NOT_ALLOWED'>[];

/** Puts what was just made into a group that the viewer chose for it, in the same transaction. */
export const createPutIntoGroup =
  ({ groups, admitMembers }: Deps) =>
  async (
    tx: Tx,
    viewer: Viewer,
    { type, groupId }: { readonly type: EntityType; readonly groupId: string },
    entityId: string,
    field: readonly string[],
  ): Promise<Faults> => {
    const group = await groups.find(tx, viewer.principal, groupId);
    if (group?.type !== type || group.kind === 'ALL') {
      const message = 'Choose a group of this type that is not filled by itself.';
      return [{ field, code: 'NOT_FOUND', message }];
    }
    const { ownerChain } = group;
    const resource = groupResourceOf(type);
    requireMay(viewer, 'ADD_TO_GROUP', { resource, id: groupId, ownerChain });
    const [fault] = await admitMembers(tx, viewer, group, [entityId], field);
    return fault ? [{ field, code: 'NOT_ALLOWED', message: fault.message }] : [];
  };

export type PutIntoGroup = ReturnType<typeof createPutIntoGroup>;
