import { mayGrant, type Grant, type MissingPermission } from './grant.js';
import type { OwnerChain } from './owner-chain.js';
import type { Principal } from './principal.js';

/**
 * Nobody edits their own authority. It can't grow, because nobody grants what they do not hold; so
 * a change of roles and groups is refused when the person who makes it holds less afterwards.
 *
 * @param ownerChain the owner of the person and everybody above
 */
export const keepsAuthority = (
  before: Principal,
  after: Principal,
  ownerChain: OwnerChain,
): boolean => {
  const held = asGrants(before, ownerChain);
  // What a shared group never let them use is missing before, too.
  const unusable = new Set(mayGrant(before, held).missing.map(keyOf));
  return mayGrant(after, held).missing.every((missing) => unusable.has(keyOf(missing)));
};

const asGrants = ({ authority, permissions }: Principal, ownerChain: OwnerChain): Grant[] => {
  const receivers = { authority, ownerChain };
  const generic = { type: 'GENERIC', permissions: permissions.generic } as const;
  return [
    { rights: generic, group: null, receivers },
    ...[...permissions.groups.values()].map((group) => {
      const rights = { type: 'GROUP', operations: group.operations } as const;
      return { rights, group, receivers };
    }),
  ];
};

const keyOf = ({ resource, operation, groupId }: MissingPermission): string =>
  [resource, operation, groupId].join(' ');
