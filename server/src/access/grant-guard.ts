import { unauthenticated } from '../platform/failures.js';
import type { Tx } from '../platform/transaction.js';
import { mayLetIn } from './entering.js';
import type { EntityGroup } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import { mayGrant, type Grant, type GrantVerdict, type Receivers } from './grant.js';
import type { MemberCandidate } from './group-members.js';
import type { GroupPermissionRepository, RoleUse } from './group-permission-repository.js';
import type { Ownership } from './owned-row.js';
import { keepsAuthority } from './own-authority.js';
import { directOwner, ownedByTenant } from './owner-chain.js';
import type { HeldRights, Principal } from './principal.js';
import { givesNothing, expandRights, type ExpandedRights } from './role-rights.js';
import type { Viewer } from './viewer.js';

interface Deps {
  readonly ownership: Ownership;
  readonly groups: EntityGroupRepository;
  readonly permissions: GroupPermissionRepository;
  /** Where slices above use a role without a group permission, such as a sign-up page. */
  readonly furtherUsesOfRole: (tx: Tx, roleId: string) => Promise<readonly RoleUse[]>;
  readonly loadKeyPrincipal: LoadKeyPrincipal;
}

/** A tool by the id of its API key; null when there is no such key. */
export type LoadKeyPrincipal = (tx: Tx, keyId: string) => Promise<Principal | null>;

/** Asks {@link mayGrant} inside the transaction that makes the grant, on every path there is. */
export const createGrantGuard = (deps: Deps) => {
  const { ownership, groups, permissions, furtherUsesOfRole, loadKeyPrincipal } = deps;
  const principalNow = async (tx: Tx, { principal }: Viewer): Promise<Principal> => {
    const { userId } = principal;
    const now =
      (await permissions.loadPrincipal(tx, userId)) ?? (await loadKeyPrincipal(tx, userId));
    if (!now) throw unauthenticated();
    return now;
  };

  /** What the viewer had when the request began may have been taken away since, or be narrower. */
  const check = async (tx: Tx, viewer: Viewer, grants: readonly Grant[]): Promise<GrantVerdict> => {
    const verdict = mayGrant(viewer.principal, grants);
    return verdict.allowed ? mayGrant(await principalNow(tx, viewer), grants) : verdict;
  };

  return {
    check,

    /** Somebody new joins user groups, and by that their owner's group of all users. */
    async checkJoining(
      tx: Tx,
      viewer: Viewer,
      userGroupIds: readonly string[],
      receivers: Receivers,
    ): Promise<GrantVerdict> {
      const owner = directOwner(receivers.ownerChain);
      const allUsers = await permissions.findAllUsersGroup(tx, owner);
      const joined = [...userGroupIds, ...(allUsers ? [allUsers] : [])];
      await groups.lock(tx, joined);
      const held = await permissions.rightsOfUserGroups(tx, joined);
      return check(
        tx,
        viewer,
        held.map((rights) => toGrant(rights, receivers)),
      );
    },

    /** Entities enter a group on which others hold roles; users get what their new group holds. */
    async checkEntering(
      tx: Tx,
      viewer: Viewer,
      group: EntityGroup,
      candidates: readonly MemberCandidate[],
    ): Promise<GrantVerdict> {
      await groups.lock(tx, [group.id]);
      const onGroup = (await permissions.rightsOnGroup(tx, group.id)).map(expandRights);
      const operations = new Set(
        onGroup.flatMap((rights) => (rights.type === 'GROUP' ? [...rights.operations] : [])),
      );
      const joining = await permissions.rightsOfUserGroups(tx, [group.id]);
      const grants = candidates.flatMap(({ authority, ownerChain }) =>
        authority ? joining.map((held) => toGrant(held, { authority, ownerChain })) : [],
      );
      const verdict = await check(tx, viewer, grants);
      if (!verdict.allowed) return verdict;
      return mayLetIn(await principalNow(tx, viewer), group.type, candidates, operations);
    },

    /** A role that may be in use gives more than before. */
    async checkWidening(
      tx: Tx,
      viewer: Viewer,
      roleId: string,
      added: ExpandedRights,
    ): Promise<GrantVerdict> {
      if (givesNothing(added)) return { allowed: true, missing: [] };
      const uses = [
        ...(await permissions.usesOfRole(tx, roleId, viewer.principal.customerId)),
        ...(await furtherUsesOfRole(tx, roleId)),
      ];
      return check(
        tx,
        viewer,
        uses.map((use) => ({ rights: added, ...use })),
      );
    },

    /** Asked before a change; what it returns tells afterwards whether the viewer lost nothing. */
    async watchOwnAuthority(
      tx: Tx,
      viewer: Viewer,
      deletedGroupId?: string,
    ): Promise<() => Promise<boolean>> {
      const before = withoutGroup(await principalNow(tx, viewer), deletedGroupId);
      const ownerChain = (await ownership.chainOf(tx, before.customerId)) ?? ownedByTenant;
      return async () => keepsAuthority(before, await principalNow(tx, viewer), ownerChain);
    },
  };
};

/** With a group goes what was held on it: that is no loss of authority. */
const withoutGroup = (principal: Principal, groupId: string | undefined): Principal => {
  const groups = new Map(principal.permissions.groups);
  if (groupId) groups.delete(groupId);
  return { ...principal, permissions: { ...principal.permissions, groups } };
};

const toGrant = ({ rights, group }: HeldRights, receivers: Receivers): Grant => ({
  rights: expandRights(rights),
  group,
  receivers,
});

export type GrantGuard = ReturnType<typeof createGrantGuard>;

/** What a refused grant tells the person. */
export const grantAdvice = ({ missing }: GrantVerdict): string => {
  const names = [...new Set(missing.map(({ resource, operation }) => `${resource}:${operation}`))];
  const listed = names.slice(0, 5).join(', ') + (names.length > 5 ? ' and more' : '');
  return `Nobody gives more than they have: you need ${listed} there yourself.`;
};

/** What a change tells the person that would cost them permissions of their own. */
export const ownAuthorityAdvice =
  'You would lose permissions of your own: ask another administrator to do this.';
