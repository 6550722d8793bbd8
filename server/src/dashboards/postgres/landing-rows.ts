import { knexOf } from '../../platform/postgres/database.js';
import type { LandingRepository } from '../landing.js';

export const landingRows: LandingRepository = {
  async find(tx, userId) {
    const row = (await knexOf(tx)('landings')
      .where({ tenant_id: tx.tenantId, user_id: userId })
      .first('dashboard_id', 'always_fullscreen')) as
      { dashboard_id: string; always_fullscreen: boolean } | undefined;
    return row ? { dashboardId: row.dashboard_id, alwaysFullscreen: row.always_fullscreen } : null;
  },

  async give(tx, userId, { dashboardId, alwaysFullscreen }) {
    await knexOf(tx).raw(
      `insert into landings (tenant_id, user_id, dashboard_id, always_fullscreen)
       select tenant_id, ?, id, ? from dashboards where tenant_id = ? and id = ? for key share`,
      [userId, alwaysFullscreen, tx.tenantId, dashboardId],
    );
  },
};
