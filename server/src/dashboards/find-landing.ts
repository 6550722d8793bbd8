import type { Viewer } from '../access/index.js';
import type { Transact } from '../platform/transaction.js';
import type { DashboardView } from './dashboard.js';
import type { LandingRepository } from './landing.js';
import type { ManageDashboards } from './manage-dashboards.js';

interface Deps {
  readonly transact: Transact;
  readonly landings: LandingRepository;
  readonly manageDashboards: Pick<ManageDashboards, 'findReadable'>;
}

/** Where the viewer lands, as far as they may: what is gone or unreadable locks nobody out. */
export const createFindLanding =
  ({ transact, landings, manageDashboards }: Deps) =>
  async (
    viewer: Viewer,
  ): Promise<{ dashboard: DashboardView | null; alwaysFullscreen: boolean }> => {
    const { tenantId, userId } = viewer.principal;
    // Legal texts come before any dashboard.
    const landing = viewer.consentRequired
      ? null
      : await transact(tenantId, (tx) => landings.find(tx, userId));
    const [dashboard] = landing
      ? await manageDashboards.findReadable(viewer, [landing.dashboardId])
      : [];
    if (!landing || !dashboard) return { dashboard: null, alwaysFullscreen: false };
    return { dashboard, alwaysFullscreen: landing.alwaysFullscreen };
  };

export type FindLanding = ReturnType<typeof createFindLanding>;
