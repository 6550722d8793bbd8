import { ownedByTenant, type Access } from '../access/index.js';
import { systemActor, type RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import {
  emailAddressMessages,
  parseEmailAddress,
  type EmailAddress,
} from '../platform/email/email-address.js';
import { newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { requireSystemAdministrator } from './act-on-tenant.js';
import type { AddInvitedUser } from './add-invited-user.js';
import type { SignedIn } from './authenticate.js';
import type { PasswordHasher } from './password-hasher.js';
import { nameTaken, type TenantErrorCode } from './tenant-fault.js';
import { parseTenantName } from './tenant-name.js';
import type { Tenant, TenantRepository } from './tenant-repository.js';
import type { UserRepository } from './user-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly tenants: TenantRepository;
  readonly users: UserRepository;
  readonly access: Pick<Access, 'defaultAccess' | 'members'>;
  readonly addInvitedUser: AddInvitedUser;
  readonly consoleHost: string;
  readonly hasher: PasswordHasher;
  readonly recordAudit: RecordAudit;
}

/** An administrator who needs no invitation. */
export interface ReadyAdministrator {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly password: string;
}

type Outcome = Result<Tenant, InputFaults<TenantErrorCode>>;

/** The group in which administrators of a tenant begin; made with the tenant. */
const administrators = 'Tenant Administrators';

/** A tenant comes with its default roles and groups, and with somebody who administers it. */
export const createTenantCreation = (deps: Deps) => {
  const { defaultAccess, members } = deps.access;

  const insertTenant = async (tx: Tx, name: string): Promise<Tenant | null> => {
    const createdAt = deps.clock.now();
    const tenant: Tenant = { id: tx.tenantId, name, state: 'ACTIVE', createdAt };
    if (!(await deps.tenants.insert(tx, { ...tenant, isSystem: false }))) return null;
    await defaultAccess.provisionTenant(tx);
    return tenant;
  };

  /** Invites an administrator with the default group; nothing tells whether the address is in use. */
  const inviteAdministrator = async (tx: Tx, inviter: SignedIn, address: EmailAddress) =>
    deps.addInvitedUser(tx, inviter.actor, {
      authority: 'TENANT_ADMIN',
      customerId: null,
      address,
      firstName: null,
      lastName: null,
      groupIds: [await defaultAccess.ensureUserGroup(tx, ownedByTenant, administrators)],
      host: deps.consoleHost,
      locale: inviter.user.locale,
    });

  return {
    inviteAdministrator,

    /** Everything or nothing, the invitation included. */
    create: async (
      viewer: SignedIn,
      input: { readonly name: string; readonly administratorEmail: string },
    ): Promise<Outcome> => {
      requireSystemAdministrator(viewer);
      const name = parseTenantName(input.name);
      const address = parseEmailAddress(input.administratorEmail);
      if (!name.ok || !address.ok) {
        return failWith(
          ...(name.ok ? [] : [name.failure]),
          ...(address.ok
            ? []
            : [
                inputFault(
                  'administratorEmail',
                  address.failure,
                  emailAddressMessages[address.failure],
                ),
              ]),
        );
      }
      return deps.transact(viewer.principal.tenantId, (systemTx) =>
        deps.transact(newId(), async (tx): Promise<Outcome> => {
          const tenant = await insertTenant(tx, name.value);
          if (!tenant) return nameTaken();
          await inviteAdministrator(tx, viewer, address.value);
          await deps.recordAudit(systemTx, viewer.actor, {
            action: 'tenant.created',
            entityType: 'TENANT',
            entityId: tenant.id,
            entityName: tenant.name,
            after: { name: tenant.name, administrator: address.value.asTyped },
          });
          return ok(tenant);
        }),
      );
    },

    /**
     * For the demo: a tenant whose administrator can sign in at once.
     * @throws when the name or address is refused or taken
     */
    createWithAdministrator: async (
      typedName: string,
      administrator: ReadyAdministrator,
    ): Promise<{ tenant: Tenant; administratorId: string }> => {
      const name = parseTenantName(typedName);
      const address = parseEmailAddress(administrator.email);
      if (!name.ok || !address.ok) throw new Error(`${typedName} can not be made a tenant.`);
      const passwordHash = await deps.hasher.hash(administrator.password);
      return deps.transact(newId(), async (tx) => {
        const tenant = await insertTenant(tx, name.value);
        const user = {
          id: newId(),
          authority: 'TENANT_ADMIN' as const,
          customerId: null,
          email: address.value.asTyped,
          emailKey: address.value.key,
          firstName: administrator.firstName,
          lastName: administrator.lastName,
          locale: null,
          state: 'ACTIVE' as const,
          passwordHash,
          createdAt: deps.clock.now(),
        };
        if (!tenant || !(await deps.users.insert(tx, user))) {
          throw new Error(`The name ${typedName} or the address ${user.email} is in use.`);
        }
        const groupId = await defaultAccess.ensureUserGroup(tx, ownedByTenant, administrators);
        await members.add(tx, groupId, 'USER', [user.id]);
        await deps.recordAudit(tx, systemActor, {
          action: 'user.created',
          entityType: 'USER',
          entityId: user.id,
          entityName: user.email,
        });
        return { tenant, administratorId: user.id };
      });
    },
  };
};

export type TenantCreation = ReturnType<typeof createTenantCreation>;
