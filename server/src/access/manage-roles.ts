import { notFound } from '../platform/failures.js';
import { newId } from '../platform/ids.js';
import { argumentFault, failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice } from '../platform/text.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { inUseAdvice, unused, type GrantUses, type PagesOf } from './grant-uses.js';
import { grantAdvice, ownAuthorityAdvice, type GrantGuard } from './grant-guard.js';
import type { Ownership } from './owned-row.js';
import { directOwner } from './owner-chain.js';
import { describeRole, type Role, type RoleErrorCode } from './role.js';
import {
  changeDraft,
  parseRole,
  roleNameRule,
  type RoleChanges,
  type RoleDraft,
} from './role-draft.js';
import type { RoleFilter, RoleRepository } from './role-repository.js';
import { addedRights, expandRights } from './role-rights.js';
import { requireMay, type Viewer } from './viewer.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly roles: RoleRepository;
  readonly guard: GrantGuard;
  readonly uses: GrantUses;
  readonly pagesOf: PagesOf;
}

export interface NewRole extends RoleDraft {
  /** Undefined: the viewer's own customer, or the tenant. */
  readonly ownerCustomerId: string | null | undefined;
}

type RoleResult = Result<Role, InputFaults<RoleErrorCode>>;
type DeleteResult = Result<string, InputFaults<'NOT_ALLOWED' | 'IN_USE'>>;

const nameTaken = 'The owner has a role of this name: choose another one.';

/** What administrators do with roles. */
export const createManageRoles = ({
  transact,
  clock,
  recordAudit,
  ownership,
  roles,
  guard,
  uses,
  pagesOf,
}: Deps) => {
  const readable = async (tx: Tx, viewer: Viewer, id: string): Promise<Role> => {
    const role = await roles.find(tx, viewer.principal, id);
    if (!role) throw notFound('role');
    return role;
  };
  const record = (tx: Tx, viewer: Viewer, verb: string, before: Role | null, after: Role | null) =>
    recordAudit(tx, viewer.actor, {
      action: `role.${verb}`,
      entityType: 'ROLE',
      entityId: (after ?? before)?.id ?? null,
      entityName: (after ?? before)?.name ?? null,
      before: before && describeRole(before),
      after: after && describeRole(after),
    });

  return {
    list: (
      { principal }: Viewer,
      filter: RoleFilter,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<Role>> =>
      transact(principal.tenantId, (tx) => roles.list(tx, principal, filter, page)),

    find: (viewer: Viewer, id: string): Promise<Role> =>
      transact(viewer.principal.tenantId, (tx) => readable(tx, viewer, id)),

    create: (viewer: Viewer, input: NewRole): Promise<RoleResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const owner = await ownership.chooseOwner(tx, viewer.principal, input.ownerCustomerId);
        if (owner) requireMay(viewer, 'CREATE', { resource: 'ROLE', ownerChain: owner });
        const content = parseRole(input);
        if (!owner || !content.ok) {
          const unknown = inputFault(
            'ownerCustomerId',
            'NOT_FOUND' as const,
            'Choose a customer that exists.',
          );
          return fail([...(owner ? [] : [unknown]), ...(content.ok ? [] : content.failure)]);
        }
        const role: Role = {
          ...content.value,
          id: newId(),
          ownerCustomerId: directOwner(owner),
          isDefault: false,
          createdAt: clock.now(),
        };
        if (!(await roles.insert(tx, role)))
          return failWith(inputFault('name', 'NAME_TAKEN', nameTaken));
        await record(tx, viewer, 'created', null, role);
        return ok(role);
      }),

    update: (viewer: Viewer, id: string, changes: RoleChanges): Promise<RoleResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const { ownerCustomerId } = await readable(tx, viewer, id);
        await ownership.requireMay(tx, viewer, 'WRITE', 'ROLE', { id, ownerCustomerId });
        await roles.lock(tx, [id]);
        const before = await readable(tx, viewer, id);
        if (before.isDefault) {
          return failWith(
            argumentFault('id', 'DEFAULT_ROLE', 'Default roles can not be changed: copy it.'),
          );
        }
        const content = parseRole(changeDraft(before, changes));
        if (!content.ok) return content;
        const role: Role = { ...before, ...content.value };
        const added = addedRights(expandRights(before.rights), expandRights(role.rights));
        const verdict = await guard.checkWidening(tx, viewer, id, added);
        if (!verdict.allowed) {
          const field = role.rights.type === 'GENERIC' ? 'permissions' : 'operations';
          return failWith(inputFault(field, 'GRANT_EXCEEDS_OWN', grantAdvice(verdict)));
        }
        const keptAuthority = await guard.watchOwnAuthority(tx, viewer);
        if (!(await roles.update(tx, role)))
          return failWith(inputFault('name', 'NAME_TAKEN', nameTaken));
        if (!(await keptAuthority()))
          return failWith(argumentFault('id', 'NOT_ALLOWED', ownAuthorityAdvice));
        await record(tx, viewer, 'updated', before, role);
        return ok(role);
      }),

    /** The copy has the same owner and can be changed. */
    copy: (viewer: Viewer, id: string, name: string): Promise<RoleResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const original = await readable(tx, viewer, id);
        const ownerChain = await ownership.chainOf(tx, original.ownerCustomerId);
        if (!ownerChain) throw notFound('role');
        requireMay(viewer, 'CREATE', { resource: 'ROLE', ownerChain });
        const parsed = parseText(name, roleNameRule);
        if (!parsed.ok) {
          return failWith(
            argumentFault('name', parsed.failure, textAdvice(parsed.failure, roleNameRule)),
          );
        }
        const createdAt = clock.now();
        const role: Role = {
          ...original,
          id: newId(),
          name: parsed.value,
          isDefault: false,
          createdAt,
        };
        if (!(await roles.insert(tx, role)))
          return failWith(argumentFault('name', 'NAME_TAKEN', nameTaken));
        await record(tx, viewer, 'created', null, role);
        return ok(role);
      }),

    /** @param evenInUse whether whoever deletes it was told who loses what */
    delete: (viewer: Viewer, id: string, evenInUse: boolean): Promise<DeleteResult> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const role = await readable(tx, viewer, id);
        const { ownerCustomerId } = role;
        await ownership.requireMay(tx, viewer, 'DELETE', 'ROLE', { id, ownerCustomerId });
        if (role.isDefault) {
          return failWith(argumentFault('id', 'NOT_ALLOWED', 'Default roles can not be deleted.'));
        }
        const use = (await uses.ofRoles(tx, [id])).get(id) ?? unused;
        const advice = inUseAdvice(await pagesOf.role(tx, id), use);
        if (advice && !evenInUse) return failWith(argumentFault('id', 'IN_USE', advice));
        const keptAuthority = await guard.watchOwnAuthority(tx, viewer);
        await roles.delete(tx, id);
        if (!(await keptAuthority()))
          return failWith(argumentFault('id', 'NOT_ALLOWED', ownAuthorityAdvice));
        await record(tx, viewer, 'deleted', role, null);
        return ok(id);
      }),

    countCustomers: ({ principal }: Viewer, ids: readonly string[]) =>
      transact(principal.tenantId, (tx) => uses.ofRoles(tx, ids)),

    countUsers: ({ principal }: Viewer, ids: readonly string[]) =>
      transact(principal.tenantId, (tx) => roles.countUsers(tx, ids)),
  };
};

export type ManageRoles = ReturnType<typeof createManageRoles>;
