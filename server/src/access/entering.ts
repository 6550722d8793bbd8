import { may } from './decision.js';
import type { EntityType } from './entity-group.js';
import type { GrantVerdict } from './grant.js';
import type { MemberCandidate } from './group-members.js';
import { supports, type Operation } from './permission-matrix.js';
import type { Principal } from './principal.js';

/**
 * Putting an entity into a group gives those who hold roles on the group these operations on it. So
 * whoever does it must have them on that very entity.
 *
 * @param operations the union of what is held on the group
 */
export const mayLetIn = (
  principal: Principal,
  type: EntityType,
  candidates: readonly MemberCandidate[],
  operations: ReadonlySet<Operation>,
): GrantVerdict => {
  const given = [...operations].filter((operation) => supports(type, operation));
  const missing = given
    .filter((operation) =>
      candidates.some(({ id, ownerChain, groupIds }) => {
        return !may(principal, operation, { resource: type, id, ownerChain, groupIds });
      }),
    )
    .map((operation) => ({ resource: type, operation, groupId: null }));
  return { allowed: missing.length === 0, missing };
};
