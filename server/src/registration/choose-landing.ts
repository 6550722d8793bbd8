import type { Dashboards } from '../dashboards/index.js';
import { failWith, inputFault } from '../platform/input-fault.js';
import { ok } from '../platform/result.js';
import type { SettingsPart } from './settings-part.js';

/** What registrants of a page see after signing in. */
export interface LandingChoice {
  /** Null: Home. */
  readonly defaultDashboardId: string | null;
  /** Only with a dashboard. */
  readonly alwaysFullscreen: boolean;
}

export const landsOnHome: LandingChoice = { defaultDashboardId: null, alwaysFullscreen: false };

/** A dashboard that the saver may read, or Home; without one nothing fills the screen. */
export const createChooseLanding =
  ({ repository }: Pick<Dashboards, 'repository'>): SettingsPart =>
  async ({ tx, viewer, page, input }) => {
    const { defaultDashboardId: chosen } = input;
    if (chosen != null && chosen !== page.defaultDashboardId) {
      if (!(await repository.findForUse(tx, viewer.principal, chosen))) {
        const message = 'Choose a dashboard that exists and that you may see.';
        return failWith(inputFault('defaultDashboardId', 'NOT_FOUND', message));
      }
    }
    const defaultDashboardId = chosen === undefined ? page.defaultDashboardId : chosen;
    if (defaultDashboardId === null && input.alwaysFullscreen) {
      const message = 'Choose a default dashboard first: without one there is nothing to show.';
      return failWith(inputFault('alwaysFullscreen', 'DASHBOARD_MISSING', message));
    }
    const alwaysFullscreen = input.alwaysFullscreen ?? page.alwaysFullscreen;
    return ok({
      defaultDashboardId,
      alwaysFullscreen: defaultDashboardId !== null && alwaysFullscreen,
    });
  };
