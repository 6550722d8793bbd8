import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import { allGroupName, defaultGroups, type DefaultGroupName } from './default-groups.js';
import { defaultRoles, type DefaultRoleName } from './default-roles.js';
import { entityTypes, type EntityGroup } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import type { GroupPermissionRepository } from './group-permission-repository.js';
import { ownedByTenant, type OwnerChain } from './owner-chain.js';
import type { RoleRepository } from './role-repository.js';

interface Deps {
  readonly clock: Clock;
  readonly roles: RoleRepository;
  readonly groups: EntityGroupRepository;
  readonly permissions: GroupPermissionRepository;
}

/** What comes by itself. Groups of customers are made on first use: a million customers, no rows. */
export const createDefaultAccess = ({ clock, roles, groups, permissions }: Deps) => {
  const ensure = (
    tx: Tx,
    ownerChain: OwnerChain,
    group: Pick<EntityGroup, 'type' | 'kind' | 'name'>,
  ) => groups.ensure(tx, { ...group, id: newId(), ownerChain, createdAt: clock.now() });

  const ensureAllGroups = async (tx: Tx, ownerChain: OwnerChain): Promise<void> => {
    for (const type of entityTypes) {
      await ensure(tx, ownerChain, { type, kind: 'ALL', name: allGroupName });
    }
  };

  const ensureUserGroup = async (
    tx: Tx,
    ownerChain: OwnerChain,
    name: DefaultGroupName,
  ): Promise<string> => {
    const { id, made } = await ensure(tx, ownerChain, { type: 'USER', kind: 'DEFAULT', name });
    const roleName: DefaultRoleName | null = defaultGroups[name];
    if (made && roleName) {
      const roleId = await roles.findDefaultId(tx, roleName);
      const permission = { id: newId(), userGroupId: id, roleId, entityGroupId: null };
      await permissions.insert(tx, permission, clock.now());
    }
    return id;
  };

  return {
    /** The default roles and groups of a new tenant. */
    async provisionTenant(tx: Tx): Promise<void> {
      for (const content of Object.values(defaultRoles)) {
        const createdAt = clock.now();
        const role = { ...content, id: newId(), ownerCustomerId: null, isDefault: true, createdAt };
        await roles.insert(tx, role);
      }
      await ensureAllGroups(tx, ownedByTenant);
      await ensureUserGroup(tx, ownedByTenant, 'Tenant Administrators');
      await ensureUserGroup(tx, ownedByTenant, 'Tenant Users');
    },

    /** The groups of a customer that somebody is about to choose from. */
    async ensureGroupsOfCustomer(tx: Tx, ownerChain: OwnerChain): Promise<void> {
      await ensureAllGroups(tx, ownerChain);
      await ensureUserGroup(tx, ownerChain, 'Customer Administrators');
      await ensureUserGroup(tx, ownerChain, 'Customer Users');
    },

    /** The id of a default user group, made with its role on first use. */
    ensureUserGroup,
  };
};

export type DefaultAccess = ReturnType<typeof createDefaultAccess>;
