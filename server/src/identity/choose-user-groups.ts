import {
  may,
  type Access,
  type EntityGroup,
  type OwnerChain,
  type Viewer,
} from '../access/index.js';
import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Tx } from '../platform/transaction.js';
import type { UserErrorCode } from './user-fault.js';

type Chosen = Result<readonly EntityGroup[], InputFaults<UserErrorCode>>;

/** Nobody is put into the derived All group by hand: it takes in everybody of its owner. */
const isChoosable = (group: EntityGroup | undefined, owner: string | null): group is EntityGroup =>
  group?.type === 'USER' && group.kind !== 'ALL' && (group.ownerChain[0] ?? null) === owner;

/** The user groups for somebody new: those of the input, or the default one of the owner. */
export const createChooseUserGroups =
  ({ groups, defaultAccess }: Pick<Access, 'groups' | 'defaultAccess'>) =>
  async (
    tx: Tx,
    { principal }: Viewer,
    ownerChain: OwnerChain,
    typedIds: readonly string[],
  ): Promise<Chosen> => {
    if (typedIds.length === 0) {
      const name = ownerChain.length > 0 ? 'Customer Users' : 'Tenant Administrators';
      const id = await defaultAccess.ensureUserGroup(tx, ownerChain, name);
      return ok(await groups.findMany(tx, [id]));
    }
    const found = await groups.findReadable(tx, principal, typedIds);
    const owner = ownerChain[0] ?? null;
    const faults = typedIds.flatMap((id, index): InputFault<UserErrorCode>[] => {
      const group = found.find((one) => one.id === id);
      const field = `groupIds.${index}`;
      if (!isChoosable(group, owner)) {
        return [inputFault(field, 'NOT_FOUND', 'Choose a user group of the same owner.')];
      }
      const entity = { resource: 'USER_GROUP' as const, id, ownerChain: group.ownerChain };
      if (may(principal, 'ADD_TO_GROUP', entity)) return [];
      const advice = 'This needs the permission USER_GROUP:ADD_TO_GROUP: choose another group.';
      return [inputFault(field, 'NOT_ALLOWED', advice)];
    });
    return faults.length > 0 ? fail(faults) : ok(found);
  };
