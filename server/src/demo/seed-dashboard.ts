import { loadPrincipal, ownedByTenant, type Access, type Viewer } from '../access/index.js';
import type { ManageDashboards } from '../dashboards/index.js';
import type { Identity } from '../identity/index.js';
import { systemClock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { newId } from '../platform/ids.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { ManageSelfRegistrations } from '../registration/index.js';
import { demoDashboard, readOnlyRole, sharedGroupName } from './demo-dashboard.js';
import type { DemoTenantData } from './demo-data.js';
import { valueOf } from './seed-tenant.js';

export interface SeedDashboardDeps {
  readonly transact: Transact;
  readonly access: Access;
  readonly identity: Pick<Identity, 'users' | 'directory'>;
  readonly manageDashboards: ManageDashboards;
  readonly manageSelfRegistrations: ManageSelfRegistrations;
}

const everything = { offset: 0, limit: 100 };

/** What the tenant's administrator may do; null where the demo was changed beyond recognition. */
const findAdministrator = async (
  { transact, identity }: SeedDashboardDeps,
  { name, admin }: DemoTenantData,
): Promise<Viewer | null> => {
  const { items } = await identity.directory.list(name, everything);
  const tenant = items.find((one) => one.name === name);
  const address = parseEmailAddress(admin.email);
  if (!tenant || !address.ok) return null;
  return transact(tenant.id, async (tx) => {
    const user = await identity.users.findByEmailKey(tx, address.value.key);
    const principal = user && (await loadPrincipal(tx, user.id));
    const actor = { kind: 'USER' as const, name: `${admin.firstName} ${admin.lastName}` };
    return principal && { principal, actor: { ...actor, id: principal.userId } };
  });
};

const findRoleId = async (tx: Tx, { roles }: Access, { principal }: Viewer): Promise<string> => {
  const filter = { search: readOnlyRole.name, type: 'GROUP' as const, ownerCustomerId: null };
  const { items } = await roles.list(tx, principal, filter, everything);
  const found = items.find(({ name }) => name === readOnlyRole.name);
  if (found) return found.id;
  const id = newId();
  const createdAt = systemClock.now();
  await roles.insert(tx, {
    ...readOnlyRole,
    id,
    ownerCustomerId: null,
    isDefault: false,
    createdAt,
  });
  return id;
};

/**
 * Shares a dashboard with everybody who registers at the tenant, and opens it for them. Does nothing
 * where it was done before, so that it also reaches a demo that is older than dashboards.
 */
export const seedDashboard = async (
  deps: SeedDashboardDeps,
  data: DemoTenantData,
): Promise<void> => {
  const { transact, access, manageSelfRegistrations } = deps;
  const viewer = await findAdministrator(deps, data);
  if (!viewer) return;
  const pages = await manageSelfRegistrations.list(viewer, everything);
  const page = pages.items.find(({ host }) => host === data.host);
  if (!page) return;

  const { roleId, group } = await transact(viewer.principal.tenantId, async (tx) => ({
    roleId: await findRoleId(tx, access, viewer),
    group: await access.groups.ensure(tx, {
      id: newId(),
      type: 'DASHBOARD',
      kind: 'CUSTOM',
      name: sharedGroupName,
      ownerChain: ownedByTenant,
      createdAt: systemClock.now(),
    }),
  }));
  if (!group.made) return;
  const created = await deps.manageDashboards.create(viewer, {
    ...demoDashboard,
    groupId: group.id,
  });
  const dashboard = valueOf(created);
  const kept = page.assignments.flatMap(({ roleId: keptId, entityGroupId, groupType }) =>
    keptId === null || (groupType !== null && entityGroupId === null)
      ? []
      : [{ roleId: keptId, entityGroupId }],
  );
  valueOf(
    await manageSelfRegistrations.update(viewer, page.id, {
      assignments: [...kept, { roleId, entityGroupId: group.id }],
      defaultDashboardId: page.defaultDashboardId ?? dashboard.id,
      alwaysFullscreen: true,
    }),
  );
};
