import type { Operation, Ownership, Viewer } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { forbidden, notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { CreateDashboard, NewDashboard } from './create-dashboard.js';
import { fileNameOf, writeDashboardFile } from './dashboard-file.js';
import {
  auditedFields,
  type Dashboard,
  type DashboardErrorCode,
  type DashboardSummary,
  type DashboardView,
} from './dashboard.js';
import type { DashboardQuery, DashboardRepository } from './dashboard-repository.js';
import type { ItemReferences } from './item-references.js';
import { blankContent, fillIn, type ContentInput } from './parse-content.js';
import type { Widget } from './widget.js';

export interface DashboardsDeps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly repository: DashboardRepository;
  readonly itemReferences: ItemReferences;
  readonly createDashboard: CreateDashboard;
  /** Hosts of the sign-up pages that open the dashboard for their registrants. */
  readonly pagesOfDashboard: (tx: Tx, dashboardId: string) => Promise<readonly string[]>;
}

export interface DashboardChanges extends ContentInput {
  /** The one that the viewer saw; a save in between is told, not overwritten. */
  readonly revision?: number | null;
}

type Saved = Result<DashboardView, InputFaults<DashboardErrorCode>>;

const outdated = inputFault(
  'revision',
  'REVISION_OUTDATED' as const,
  'Somebody else saved this dashboard meanwhile. Load it again to see what changed.',
);

/** What people do with dashboards. */
export const createManageDashboards = (deps: DashboardsDeps) => {
  const { transact, repository, ownership, recordAudit } = deps;

  const viewed = async (
    tx: Tx,
    viewer: Viewer,
    rows: readonly DashboardSummary[],
  ): Promise<DashboardView[]> => {
    const operations = await ownership.operationsOn(tx, viewer.principal, 'DASHBOARD', rows);
    return rows.map((row) => ({ ...row, viewerCan: operations.get(row.id) ?? [] }));
  };
  const viewedOne = async (tx: Tx, viewer: Viewer, row: DashboardSummary) =>
    (await viewed(tx, viewer, [row]))[0] ?? { ...row, viewerCan: [] };

  const findForChange = async (
    tx: Tx,
    viewer: Viewer,
    id: string,
    operation: Operation,
  ): Promise<Dashboard> => {
    const found = isId(id) ? await repository.findForChange(tx, viewer.principal, id) : null;
    if (!found) throw notFound('dashboard');
    const { viewerCan } = await viewedOne(tx, viewer, found);
    if (!viewerCan.includes(operation)) throw forbidden(`DASHBOARD:${operation}`);
    return found;
  };

  const audit = (tx: Tx, viewer: Viewer, verb: string, { id, title }: Dashboard, change: object) =>
    recordAudit(tx, viewer.actor, {
      action: `dashboard.${verb}`,
      entityType: 'DASHBOARD',
      entityId: id,
      entityName: title,
      ...change,
    });

  return {
    /** A dashboard with what the viewer may do with it, in the caller's transaction. */
    viewOf: viewedOne,

    list: (viewer: Viewer, query: DashboardQuery): Promise<OffsetPage<DashboardView>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const { items, totalCount } = await repository.list(tx, viewer.principal, query);
        return { items: await viewed(tx, viewer, items), totalCount };
      }),

    find: (viewer: Viewer, id: string): Promise<DashboardView> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const found = isId(id) ? await repository.find(tx, viewer.principal, id) : null;
        if (!found) throw notFound('dashboard');
        return viewedOne(tx, viewer, found);
      }),

    /** Those of the ids that the viewer may read; for what names dashboards. */
    findReadable: (viewer: Viewer, ids: readonly string[]): Promise<DashboardView[]> =>
      transact(viewer.principal.tenantId, async (tx) =>
        viewed(tx, viewer, await repository.findReadable(tx, viewer.principal, ids)),
      ),

    /** For the field `widgets` of dashboards that the viewer was shown. */
    widgetsOf: (
      viewer: Viewer,
      ids: readonly string[],
    ): Promise<{ id: string; widgets: Widget[] }[]> =>
      transact(viewer.principal.tenantId, (tx) => repository.widgetsOf(tx, ids)),

    /** The dashboard as a file; whoever may read it may keep it. */
    export: (viewer: Viewer, id: string): Promise<{ filename: string; content: string }> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const found = isId(id) ? await repository.find(tx, viewer.principal, id) : null;
        if (!found) throw notFound('dashboard');
        return { filename: fileNameOf(found.title), content: writeDashboardFile(found) };
      }),

    create: (viewer: Viewer, input: ContentInput & NewDashboard): Promise<Saved> =>
      transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const created = await deps.createDashboard(tx, viewer, input, async () => {
          const content = fillIn(blankContent, input);
          if (!content.ok) return content;
          const faults = await deps.itemReferences.faults(tx, viewer, content.value.widgets, []);
          return faults.length > 0 ? fail(faults) : content;
        });
        return created.ok ? ok(await viewedOne(tx, viewer, created.value)) : created;
      }),

    update: (viewer: Viewer, id: string, input: DashboardChanges): Promise<Saved> =>
      transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const before = await findForChange(tx, viewer, id, 'WRITE');
        if (input.revision != null && input.revision !== before.revision) return failWith(outdated);
        const content = fillIn(before, input);
        if (!content.ok) return content;
        const { widgets } = content.value;
        const faults = await deps.itemReferences.faults(tx, viewer, widgets, before.widgets);
        if (faults.length > 0) return fail(faults);
        const after: Dashboard = {
          ...before,
          ...content.value,
          widgetCount: widgets.length,
          revision: before.revision + 1,
          updatedAt: deps.clock.now(),
        };
        await repository.update(tx, after);
        await audit(tx, viewer, 'updated', after, {
          ...changedFields(auditedFields(before), auditedFields(after)),
        });
        return ok(await viewedOne(tx, viewer, after));
      }),

    delete: (viewer: Viewer, id: string): Promise<Result<string, InputFaults<'IN_USE'>>> =>
      transact(viewer.principal.tenantId, async (tx) => {
        const dashboard = await findForChange(tx, viewer, id, 'DELETE');
        const hosts = await deps.pagesOfDashboard(tx, id);
        if (hosts.length > 0) {
          const message = `The sign-up page on ${hosts.join(', ')} opens this dashboard: choose another one there first.`;
          return failWith({ field: ['id'], code: 'IN_USE' as const, message });
        }
        await repository.delete(tx, id);
        await audit(tx, viewer, 'deleted', dashboard, { before: auditedFields(dashboard) });
        return ok(id);
      }),
  };
};

export type ManageDashboards = ReturnType<typeof createManageDashboards>;
