import type { Viewer } from '../access/index.js';
import type { DashboardContent } from './dashboard.js';
import type { ManageDashboards } from './manage-dashboards.js';

/** Nobody's own file grows beyond it. */
const mostDashboards = 1_000;
const pageSize = 100;

type Own = DashboardContent & { readonly createdAt: Date };

/** Dashboards of the viewer's own customer, as far as their roles show them. */
export const createReadOwnDashboards =
  ({ list, widgetsOf }: Pick<ManageDashboards, 'list' | 'widgetsOf'>) =>
  async (viewer: Viewer): Promise<{ dashboards: Own[] }> => {
    const filter = { search: null, groupId: null, ownerCustomerId: viewer.principal.customerId };
    const sort = { field: 'CREATED_AT', direction: 'ASC' } as const;
    const dashboards: Own[] = [];
    for (let offset = 0; offset < mostDashboards; offset += pageSize) {
      const { items } = await list(viewer, { filter, sort, offset, limit: pageSize });
      const ids = items.map(({ id }) => id);
      const widgets = new Map((await widgetsOf(viewer, ids)).map((one) => [one.id, one.widgets]));
      dashboards.push(
        ...items.map(({ id, title, description, createdAt }) => ({
          ...{ title, description, createdAt },
          widgets: widgets.get(id) ?? [],
        })),
      );
      if (items.length < pageSize) break;
    }
    return { dashboards };
  };
