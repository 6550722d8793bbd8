import type { InputFault } from '../platform/input-fault.js';
import type { Tx } from '../platform/transaction.js';
import type { EntityGroup, EntityGroupErrorCode } from './entity-group.js';
import { grantAdvice, type GrantGuard } from './grant-guard.js';
import type { GroupMembers } from './group-members.js';
import { directOwner, isInChain } from './owner-chain.js';
import type { Viewer } from './viewer.js';

/** Most entities that enter or leave a group at once. */
const mostAtOnce = 1_000;

type Faults = readonly InputFault<EntityGroupErrorCode>[];

/** A list of ids that is too long or names what the viewer can't see. */
export const faultsOfIds = (
  field: readonly string[],
  ids: readonly string[],
  readable: readonly { readonly id: string }[],
): Faults => {
  const known = new Set(readable.map(({ id }) => id));
  return ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            field: [...field, String(index)],
            code: 'NOT_FOUND' as const,
            message: 'This does not exist, or is not of the type of the group.',
          },
        ],
  );
};

export const tooMany = (field: readonly string[], ids: readonly string[]): Faults =>
  ids.length > mostAtOnce
    ? [{ field, code: 'TOO_LONG', message: `Name at most ${mostAtOnce} at once.` }]
    : [];

/** Puts entities into a group, in the caller's transaction; with any fault none of them. */
export const createAdmitMembers =
  ({ members, guard }: { members: GroupMembers; guard: GrantGuard }) =>
  async (
    tx: Tx,
    viewer: Viewer,
    group: EntityGroup,
    ids: readonly string[],
    field: readonly string[],
  ): Promise<Faults> => {
    const long = tooMany(field, ids);
    if (long.length > 0) return long;
    const candidates = await members.findCandidates(tx, viewer.principal, group.type, ids);
    const unknown = faultsOfIds(field, ids, candidates);
    if (unknown.length > 0) return unknown;
    // A group holds only what stands below its owner: what holds over the owner holds for all of it.
    const owner = directOwner(group.ownerChain);
    if (candidates.some(({ ownerChain }) => !isInChain(owner, ownerChain))) {
      const message = 'A group of a customer holds only what this customer owns, or one below it.';
      return [{ field, code: 'NOT_ALLOWED', message }];
    }
    const verdict = await guard.checkEntering(tx, viewer, group, candidates);
    if (!verdict.allowed) {
      return [{ field, code: 'GRANT_EXCEEDS_OWN', message: grantAdvice(verdict) }];
    }
    await members.add(tx, group.id, group.type, ids);
    return [];
  };

export type AdmitMembers = ReturnType<typeof createAdmitMembers>;
