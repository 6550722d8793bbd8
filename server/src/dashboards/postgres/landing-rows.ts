import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import type { Landing, LandingRepository } from '../landing.js';

interface Row {
  user_id: string;
  dashboard_id: string;
  always_fullscreen: boolean;
}

const toLanding = ({ dashboard_id, always_fullscreen }: Row): Landing => ({
  dashboardId: dashboard_id,
  alwaysFullscreen: always_fullscreen,
});

const landingsOf = (tx: Tx) => knexOf(tx)<Row>('landings').where('tenant_id', tx.tenantId);

const give: LandingRepository['give'] = async (tx, userId, { dashboardId, alwaysFullscreen }) => {
  await knexOf(tx).raw(
    `insert into landings (tenant_id, user_id, dashboard_id, always_fullscreen)
     select tenant_id, ?, id, ? from dashboards where tenant_id = ? and id = ? for key share`,
    [userId, alwaysFullscreen, tx.tenantId, dashboardId],
  );
};

export const landingRows: LandingRepository = {
  async find(tx, userId) {
    const row = await landingsOf(tx).where('user_id', userId).first();
    return row ? toLanding(row as Row) : null;
  },

  async findMany(tx, userIds) {
    const rows = (await landingsOf(tx).whereIn('user_id', userIds)) as Row[];
    return new Map(rows.map((row) => [row.user_id, toLanding(row)]));
  },

  async replace(tx, userId, landing) {
    await landingsOf(tx).where('user_id', userId).delete();
    if (landing) await give(tx, userId, landing);
  },

  give,
};
