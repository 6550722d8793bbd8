import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { newId } from '../platform/ids.js';
import { argumentFault, failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { Page } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { may } from './decision.js';
import type { DefaultRoleName } from './default-roles.js';
import type { EntityGroup } from './entity-group.js';
import type { EntityGroupRepository } from './entity-group-repository.js';
import type { Receivers } from './grant.js';
import { grantAdvice, ownAuthorityAdvice, type GrantGuard } from './grant-guard.js';
import type { GroupPermission, GroupPermissionErrorCode } from './group-permission.js';
import type { GroupPermissionRepository } from './group-permission-repository.js';
import { asEntity } from './manage-entity-groups.js';
import type { Principal } from './principal.js';
import type { Role } from './role.js';
import type { RoleRepository } from './role-repository.js';
import { expandRights } from './role-rights.js';
import { requireMay, type Viewer } from './viewer.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly roles: RoleRepository;
  readonly groups: EntityGroupRepository;
  readonly permissions: GroupPermissionRepository;
  readonly guard: GrantGuard;
}

export interface NewGroupPermission {
  readonly userGroupId: string;
  /** An id, or one of the default roles by its name. */
  readonly roleId: string | { readonly defaultRole: DefaultRoleName };
  readonly entityGroupId?: string | null;
}

interface Parts {
  readonly userGroup: EntityGroup;
  readonly role: Role;
  readonly entityGroup: EntityGroup | null;
}

type Faults = InputFaults<GroupPermissionErrorCode>;

/** Whoever a user group can hold: of a customer its users, of the tenant anybody. */
const receiversOf = ({ ownerChain }: EntityGroup): Receivers => ({
  authority: ownerChain.length === 0 ? 'TENANT_ADMIN' : 'CUSTOMER_USER',
  ownerChain,
});

const isGiven = (id: string | null): id is string => id !== null;

const about = ({ ownerChain }: EntityGroup) =>
  ({ resource: 'GROUP_PERMISSION', ownerChain }) as const;

/** Which roles a user group holds. */
export const createManageGroupPermissions = (deps: Deps) => {
  const { transact, clock, recordAudit, roles, groups, permissions, guard } = deps;

  /** The default roles for sharing are the same for everybody, also for who may not list roles. */
  const findRole = async (
    tx: Tx,
    principal: Principal,
    role: NewGroupPermission['roleId'],
  ): Promise<Role | null> => {
    if (typeof role === 'string') return roles.find(tx, principal, role);
    const [found] = await roles.findMany(tx, [await roles.findDefaultId(tx, role.defaultRole)]);
    return found ?? null;
  };

  const findParts = async (
    tx: Tx,
    { principal }: Viewer,
    input: NewGroupPermission,
  ): Promise<Result<Parts, Faults>> => {
    const { userGroupId, roleId, entityGroupId = null } = input;
    const userGroup = await groups.find(tx, principal, userGroupId);
    const role = await findRole(tx, principal, roleId);
    const entityGroup = entityGroupId && (await groups.find(tx, principal, entityGroupId));
    const faults = [];
    if (!userGroup)
      faults.push(
        inputFault('userGroupId', 'NOT_FOUND' as const, 'Choose a user group that exists.'),
      );
    else if (userGroup.type !== 'USER') {
      faults.push(inputFault('userGroupId', 'TYPE_MISMATCH' as const, 'Choose a group of users.'));
    }
    if (!role)
      faults.push(inputFault('roleId', 'NOT_FOUND' as const, 'Choose a role that exists.'));
    if (entityGroupId && !entityGroup) {
      faults.push(inputFault('entityGroupId', 'NOT_FOUND' as const, 'Choose a group that exists.'));
    }
    if (role?.rights.type === 'GROUP' && !entityGroupId) {
      faults.push(
        inputFault('entityGroupId', 'REQUIRED' as const, 'Choose the group that the role is for.'),
      );
    }
    if (role?.rights.type === 'GENERIC' && entityGroupId) {
      faults.push(
        inputFault(
          'entityGroupId',
          'TYPE_MISMATCH' as const,
          'A generic role is for no group: leave it out.',
        ),
      );
    }
    if (!userGroup || !role || faults.length > 0) return fail(faults);
    return ok({ userGroup, role, entityGroup: entityGroup || null });
  };

  /** Who may share a group needs no more; all others need GROUP_PERMISSION and WRITE on both sides. */
  const requireMayGrant = (viewer: Viewer, { userGroup, entityGroup }: Parts): void => {
    requireMay(viewer, 'WRITE', asEntity(userGroup));
    if (entityGroup && may(viewer.principal, 'SHARE_GROUP', asEntity(entityGroup))) return;
    requireMay(viewer, 'CREATE', about(userGroup));
    if (entityGroup) requireMay(viewer, 'WRITE', asEntity(entityGroup));
  };

  const record = async (
    tx: Tx,
    viewer: Viewer,
    verb: string,
    { id, ...permission }: GroupPermission,
  ) =>
    recordAudit(tx, viewer.actor, {
      action: `group_permission.${verb}`,
      entityType: 'GROUP_PERMISSION',
      entityId: id,
      entityName: null,
      [verb === 'granted' ? 'after' : 'before']: { ...permission },
    });

  return {
    list: (viewer: Viewer, userGroupId: string): Promise<GroupPermission[]> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const userGroup = await groups.find(tx, viewer.principal, userGroupId);
        if (!userGroup) throw notFound('user group');
        requireMay(viewer, 'READ', about(userGroup));
        return permissions.list(tx, userGroupId);
      }),

    /** With whom an entity group is shared, as far as the viewer may know; oldest first. */
    listShares: (
      viewer: Viewer,
      entityGroupId: string,
      first: number,
      afterId: string | null,
    ): Promise<Page<GroupPermission>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const group = await groups.find(tx, viewer.principal, entityGroupId);
        if (!group) throw notFound('group');
        return permissions.listShares(tx, viewer.principal, entityGroupId, first, afterId);
      }),

    countShares: (viewer: Viewer, entityGroupId: string): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) =>
        permissions.countShares(tx, viewer.principal, entityGroupId),
      ),

    /** What listed permissions name is shown with them, also where it can't be read by itself. */
    findRoles: ({ principal }: Viewer, ids: readonly string[]): Promise<Role[]> =>
      transact(principal.tenantId, (tx) => roles.findMany(tx, ids)),

    findGroups: ({ principal }: Viewer, ids: readonly string[]): Promise<EntityGroup[]> =>
      transact(principal.tenantId, (tx) => groups.findMany(tx, ids)),

    grant: (viewer: Viewer, input: NewGroupPermission): Promise<Result<GroupPermission, Faults>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const parts = await findParts(tx, viewer, input);
        if (!parts.ok) return parts;
        const { userGroup, role, entityGroup } = parts.value;
        requireMayGrant(viewer, parts.value);
        await roles.lock(tx, [role.id]);
        await groups.lock(tx, [userGroup.id, ...(entityGroup ? [entityGroup.id] : [])]);
        const current = await findRole(tx, viewer.principal, input.roleId);
        if (!current)
          return failWith(inputFault('roleId', 'NOT_FOUND', 'Choose a role that exists.'));
        const verdict = await guard.check(tx, viewer, [
          {
            rights: expandRights(current.rights),
            group: entityGroup,
            receivers: receiversOf(userGroup),
          },
        ]);
        if (!verdict.allowed) {
          return failWith(inputFault('roleId', 'GRANT_EXCEEDS_OWN', grantAdvice(verdict)));
        }
        const permission: GroupPermission = {
          id: newId(),
          userGroupId: userGroup.id,
          roleId: role.id,
          entityGroupId: entityGroup?.id ?? null,
        };
        if (!(await permissions.insert(tx, permission, clock.now()))) {
          return failWith(
            inputFault('roleId', 'ALREADY_GRANTED', 'The user group holds this role already.'),
          );
        }
        await record(tx, viewer, 'granted', permission);
        return ok(permission);
      }),

    revoke: (viewer: Viewer, id: string): Promise<Result<string, InputFaults<'NOT_ALLOWED'>>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const permission = await permissions.find(tx, id);
        const userGroup =
          permission && (await groups.find(tx, viewer.principal, permission.userGroupId));
        if (!userGroup || !may(viewer.principal, 'READ', about(userGroup))) {
          throw notFound('group permission');
        }
        const [shared] = await groups.findMany(tx, [permission.entityGroupId].filter(isGiven));
        const maySharing = shared && may(viewer.principal, 'SHARE_GROUP', asEntity(shared));
        if (!maySharing) requireMay(viewer, 'DELETE', about(userGroup));
        requireMay(viewer, 'WRITE', asEntity(userGroup));
        await groups.lock(tx, [userGroup.id]);
        const keptAuthority = await guard.watchOwnAuthority(tx, viewer);
        await permissions.delete(tx, id);
        if (!(await keptAuthority())) {
          return failWith(argumentFault('id', 'NOT_ALLOWED', ownAuthorityAdvice));
        }
        await record(tx, viewer, 'revoked', permission);
        return ok(id);
      }),
  };
};

export type ManageGroupPermissions = ReturnType<typeof createManageGroupPermissions>;
