import { requireMay, type Ownership, type PutIntoGroup, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { inputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Tx } from '../platform/transaction.js';
import {
  auditedFields,
  type Dashboard,
  type DashboardContent,
  type DashboardErrorCode,
} from './dashboard.js';
import type { DashboardRepository } from './dashboard-repository.js';

interface Deps {
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly putIntoGroup: PutIntoGroup;
  readonly repository: DashboardRepository;
}

/** Where a new dashboard goes. */
export interface NewDashboard {
  /** Absent: the viewer's own customer, or the tenant. */
  readonly ownerCustomerId?: string | null;
  /** A group of dashboards to put it into, so that it is shared at once. */
  readonly groupId?: string | null;
}

type Faults = InputFaults<DashboardErrorCode>;

const noSuchOwner = inputFault(
  'ownerCustomerId',
  'NOT_FOUND' as const,
  'This customer does not exist, or you may not see it: choose another owner.',
);

/**
 * Makes a dashboard in the caller's transaction, written by hand or imported.
 * @param contentOf asked once it is clear that the viewer may create at all
 */
export const createCreateDashboard =
  ({ clock, recordAudit, ownership, putIntoGroup, repository }: Deps) =>
  async (
    tx: Tx,
    viewer: Viewer,
    place: NewDashboard,
    contentOf: () => Promise<Result<DashboardContent, Faults>>,
  ): Promise<Result<Dashboard, Faults>> => {
    const ownerChain = await ownership.chooseOwner(tx, viewer.principal, place.ownerCustomerId);
    if (ownerChain) requireMay(viewer, 'CREATE', { resource: 'DASHBOARD', ownerChain });
    const content = await contentOf();
    if (!ownerChain || !content.ok) {
      return fail([...(content.ok ? [] : content.failure), ...(ownerChain ? [] : [noSuchOwner])]);
    }
    const now = clock.now();
    const dashboard: Dashboard = {
      ...content.value,
      id: newId(),
      ownerCustomerId: ownerChain[0] ?? null,
      widgetCount: content.value.widgets.length,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    };
    if (!(await repository.insert(tx, dashboard))) return fail([noSuchOwner]);
    await recordAudit(tx, viewer.actor, {
      action: 'dashboard.created',
      entityType: 'DASHBOARD',
      entityId: dashboard.id,
      entityName: dashboard.title,
      after: auditedFields(dashboard),
    });
    if (place.groupId != null) {
      const target = { type: 'DASHBOARD' as const, groupId: place.groupId };
      const faults = await putIntoGroup(tx, viewer, target, dashboard.id, ['input', 'groupId']);
      if (faults.length > 0) return fail(faults);
    }
    return ok(dashboard);
  };

export type CreateDashboard = ReturnType<typeof createCreateDashboard>;
