import { loadPrincipal, type Ownership, type PutIntoGroup } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { ActOnUser, AuditUser } from '../identity/index.js';
import type { ItemResource, ManageItems } from '../inventory/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import type { Tx } from '../platform/transaction.js';
import { createCreateDashboard } from './create-dashboard.js';
import { createFindLanding } from './find-landing.js';
import { DashboardResolver } from './graphql/dashboard.resolver.js';
import { fileOperations, ImportResolver } from './graphql/import.resolver.js';
import { LandingResolver } from './graphql/landing.resolver.js';
import { UserLandingFieldResolver, UserLandingResolver } from './graphql/user-landing.resolver.js';
import { WidgetDataResolver } from './graphql/widget-data.resolver.js';
import { createImportDashboard } from './import-dashboard.js';
import { createItemReferences } from './item-references.js';
import { createLandingsOfUsers } from './landings-of-users.js';
import { createManageDashboards } from './manage-dashboards.js';
import { dashboardRows } from './postgres/dashboard-rows.js';
import { landingRows } from './postgres/landing-rows.js';
import { readExport } from './thingsboard/read-export.js';
import { createReadOwnDashboards } from './read-own-dashboards.js';
import { createWidgetData } from './widget-data.js';

export { DashboardType, toDashboardType } from './graphql/dashboard.type.js';
export type { ManageDashboards } from './manage-dashboards.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly putIntoGroup: PutIntoGroup;
  readonly actOnUser: ActOnUser;
  readonly auditUser: AuditUser;
  readonly devices: ManageItems;
  readonly assets: ManageItems;
  /** Hosts of the sign-up pages that open a dashboard; the slice that knows stands above. */
  readonly pagesOfDashboard: (tx: Tx, dashboardId: string) => Promise<readonly string[]>;
}

/** Pages of widgets, and what the widgets show. */
export const createDashboards = ({ database, devices, assets, ...given }: Deps) => {
  const items: Readonly<Record<ItemResource, ManageItems>> = { DEVICE: devices, ASSET: assets };
  const parts = { ...given, transact: database.transact, repository: dashboardRows };
  const itemReferences = createItemReferences(items);
  const createDashboard = createCreateDashboard(parts);
  const manageDashboards = createManageDashboards({ ...parts, itemReferences, createDashboard });
  const findLanding = createFindLanding({ ...parts, landings: landingRows, manageDashboards });
  const landingsOfUsers = createLandingsOfUsers({ ...parts, landings: landingRows, loadPrincipal });
  const importDashboard = createImportDashboard({
    ...parts,
    itemReferences,
    createDashboard,
    manageDashboards,
    readForeign: readExport,
  });
  return {
    fileOperations,
    manageDashboards,
    repository: dashboardRows,
    landings: landingRows,
    readOwnDashboards: createReadOwnDashboards(manageDashboards),
    resolvers: [
      new DashboardResolver(manageDashboards),
      new ImportResolver(importDashboard, manageDashboards),
      new LandingResolver(findLanding),
      new UserLandingResolver(landingsOfUsers),
      new UserLandingFieldResolver(manageDashboards, landingsOfUsers),
      new WidgetDataResolver(createWidgetData(items)),
    ],
  };
};

export type Dashboards = ReturnType<typeof createDashboards>;
