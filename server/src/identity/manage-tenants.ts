import type { Viewer } from '../access/index.js';
import type { MailBudget } from '../mail/index.js';
import { notFound } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { isId } from '../platform/ids.js';
import { argumentFault, failWith, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import { emailAddressMessages, parseEmailAddress } from '../platform/email/email-address.js';
import type { Transact } from '../platform/transaction.js';
import { findTenant, requireSystemAdministrator, type ActOnTenant } from './act-on-tenant.js';
import type { SignedIn } from './authenticate.js';
import type { TenantCreation } from './create-tenant.js';
import type { SessionRepository } from './session-repository.js';
import { nameTaken, wrongTenantState, type TenantErrorCode } from './tenant-fault.js';
import { parseTenantName } from './tenant-name.js';
import type {
  Tenant,
  TenantCounts,
  TenantDirectory,
  TenantRepository,
  TenantState,
} from './tenant-repository.js';
import type { UserDirectory } from './user-directory.js';
import type { User } from './user.js';

interface Deps {
  readonly transact: Transact;
  readonly actOnTenant: ActOnTenant;
  readonly creation: TenantCreation;
  readonly directory: TenantDirectory;
  readonly tenants: TenantRepository;
  readonly sessions: SessionRepository;
  readonly userDirectory: UserDirectory;
  readonly mailBudget: MailBudget;
}

type Outcome<T> = Promise<Result<T, InputFaults<TenantErrorCode>>>;

/** Most administrators that are shown of one tenant. */
const mostAdministrators = 100;

/** What system administrators do with tenants. */
export const createManageTenants = (deps: Deps) => {
  const { transact, actOnTenant, tenants } = deps;

  const find = async (viewer: Viewer, id: string): Promise<Tenant> => {
    requireSystemAdministrator(viewer);
    if (!isId(id)) throw notFound('tenant');
    return transact(id, (tx) => findTenant(tx, viewer, tenants));
  };

  const setState = (viewer: Viewer, id: string, state: TenantState, advice: string) =>
    actOnTenant(
      viewer,
      id,
      () => ({ verb: state === 'ACTIVE' ? 'resumed' : 'suspended' }),
      async (tx, tenant): Outcome<Tenant> => {
        if (tenant.state === state) return wrongTenantState(advice);
        await tenants.update(tx, { state });
        if (state === 'SUSPENDED') await deps.sessions.endAllOfTenant(tx);
        return ok({ ...tenant, state });
      },
    );

  return {
    /** By name. */
    list: (
      viewer: Viewer,
      search: string | null,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<Tenant>> => {
      requireSystemAdministrator(viewer);
      return deps.directory.list(search, page);
    },

    find,

    countsOf: (viewer: Viewer, id: string): Promise<TenantCounts> => {
      requireSystemAdministrator(viewer);
      return transact(id, (tx) => tenants.counts(tx));
    },

    /** Newest first, invited ones included. */
    administratorsOf: (viewer: Viewer, id: string): Promise<readonly User[]> => {
      requireSystemAdministrator(viewer);
      const filter = { search: null, state: null, customerId: null, authority: null };
      const query = { filter, first: mostAdministrators, afterId: null };
      return transact(id, async (tx) => {
        return (await deps.userDirectory.list(tx, viewer.principal, query)).rows;
      });
    },

    create: deps.creation.create,

    /** Absent keeps. */
    update: async (
      viewer: Viewer,
      id: string,
      input: { name?: string | null },
    ): Outcome<Tenant> => {
      requireSystemAdministrator(viewer);
      const name = input.name === undefined ? null : parseTenantName(input.name);
      if (name && !name.ok) return failWith(name.failure);
      const changes = name ? { name: name.value } : {};
      return actOnTenant(
        viewer,
        id,
        ({ name: before }) => ({ verb: 'updated', before: { name: before }, after: changes }),
        async (tx, tenant): Outcome<Tenant> => {
          if (name && !(await tenants.update(tx, changes))) return nameTaken();
          return ok({ ...tenant, ...changes });
        },
      );
    },

    /** Its people are signed out and can't sign in, its sign-up pages say that they are not available. */
    suspend: (viewer: Viewer, id: string): Outcome<Tenant> =>
      setState(viewer, id, 'SUSPENDED', 'This tenant is suspended already.'),

    resume: (viewer: Viewer, id: string): Outcome<Tenant> =>
      setState(viewer, id, 'ACTIVE', 'This tenant is not suspended.'),

    /** @param confirmation the tenant's name, typed: all of its people and things go with it */
    delete: (
      viewer: Viewer,
      id: string,
      confirmation: string,
    ): Promise<Result<string, InputFaults<'CONFIRMATION_DIFFERS'>>> =>
      actOnTenant(
        viewer,
        id,
        ({ name }) => ({ verb: 'deleted', before: { name } }),
        async (tx, { name }) => {
          if (confirmation.trim() !== name) {
            const advice = `Type the tenant's name to delete it: ${name}`;
            const code = 'CONFIRMATION_DIFFERS' as const;
            return failWith(argumentFault('confirmation', code, advice));
          }
          await tenants.delete(tx);
          return ok(id);
        },
      ),

    inviteAdministrator: async (
      viewer: SignedIn,
      http: HttpExchange,
      id: string,
      email: string,
    ): Outcome<true> => {
      const tenant = await find(viewer, id);
      const address = parseEmailAddress(email);
      if (!address.ok) {
        const { failure } = address;
        return failWith(argumentFault('email', failure, emailAddressMessages[failure]));
      }
      const { limitKey } = address.value;
      await deps.mailBudget.take({ tenantId: tenant.id, limitKey, network: http.network });
      return transact(tenant.id, async (tx): Outcome<true> => {
        const { inviteAdministrator } = deps.creation;
        if (await inviteAdministrator(tx, viewer, address.value)) return ok(true);
        const advice = 'This address can not be invited here: use another one.';
        return failWith(argumentFault('email', 'EMAIL_UNAVAILABLE', advice));
      });
    },
  };
};

export type ManageTenants = ReturnType<typeof createManageTenants>;
