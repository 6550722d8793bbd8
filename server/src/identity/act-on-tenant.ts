import type { Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import { forbidden, notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import type { Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { Tenant, TenantRepository } from './tenant-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly tenants: TenantRepository;
  readonly recordAudit: RecordAudit;
}

/** What is written down of an act; `before` and `after` as for any other audit entry. */
interface Act {
  readonly verb: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Tenants are no resource of roles: only system administrators reach them. */
export const requireSystemAdministrator = ({ principal }: Viewer): void => {
  if (principal.authority !== 'SYS_ADMIN') throw forbidden('TENANT');
};

/** A tenant other than the system's own. @throws NOT_FOUND */
export const findTenant = async (
  tx: Tx,
  viewer: Viewer,
  tenants: TenantRepository,
): Promise<Tenant> => {
  const tenant = tx.tenantId === viewer.principal.tenantId ? null : await tenants.find(tx);
  if (!tenant) throw notFound('tenant');
  return tenant;
};

/**
 * Does something with a tenant, in that tenant's transaction. The entry stands in the log of the
 * system, where it outlives the tenant; it is kept exactly if the act succeeds.
 */
export type ActOnTenant = <T, F>(
  viewer: Viewer,
  id: string,
  describe: (tenant: Tenant) => Act,
  act: (tx: Tx, tenant: Tenant) => Promise<Result<T, F>>,
) => Promise<Result<T, F>>;

export const createActOnTenant =
  ({ transact, tenants, recordAudit }: Deps): ActOnTenant =>
  async (viewer, id, describe, act) => {
    requireSystemAdministrator(viewer);
    if (!isId(id)) throw notFound('tenant');
    return transact(viewer.principal.tenantId, (systemTx) =>
      transact(id, async (tx) => {
        const tenant = await findTenant(tx, viewer, tenants);
        const outcome = await act(tx, tenant);
        if (!outcome.ok) return outcome;
        const { verb, ...fields } = describe(tenant);
        await recordAudit(systemTx, viewer.actor, {
          action: `tenant.${verb}`,
          entityType: 'TENANT',
          entityId: id,
          entityName: tenant.name,
          ...fields,
        });
        return outcome;
      }),
    );
  };
