import type { Knex } from 'knex';
import { heldByGroup, readableCondition, type Principal } from '../../access/index.js';
import { isId } from '../../platform/ids.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { containsText, offsetPage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { Dashboard, DashboardSummary } from '../dashboard.js';
import type {
  DashboardQuery,
  DashboardRepository,
  DashboardSort,
} from '../dashboard-repository.js';
import type { Widget } from '../widget.js';

interface SummaryRow {
  id: string;
  owner_customer_id: string | null;
  title: string;
  description: string | null;
  widget_count: number;
  revision: number;
  created_at: Date;
  updated_at: Date;
}

interface Row extends SummaryRow {
  widgets: Widget[];
}

const sortColumns: Record<DashboardSort['field'], string> = {
  TITLE: 'title',
  CREATED_AT: 'created_at',
  UPDATED_AT: 'updated_at',
};

const toSummary = (row: SummaryRow): DashboardSummary => ({
  id: row.id,
  ownerCustomerId: row.owner_customer_id,
  title: row.title,
  description: row.description,
  widgetCount: row.widget_count,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const toColumns = (dashboard: Dashboard) => ({
  title: dashboard.title,
  description: dashboard.description,
  widgets: JSON.stringify(dashboard.widgets),
  revision: dashboard.revision,
  updated_at: dashboard.updatedAt,
});

/** Without the widgets, which may be long. */
const readable = (tx: Tx, reader: Principal): Knex.QueryBuilder => {
  const { sql, bindings } = readableCondition(reader, 'DASHBOARD', {
    id: 'dashboards.id',
    owner: 'dashboards.owner_customer_id',
  });
  const knex = knexOf(tx);
  return knex('dashboards')
    .where('tenant_id', tx.tenantId)
    .whereRaw(sql, bindings as never)
    .select('id', 'owner_customer_id', 'title', 'description', 'revision')
    .select('created_at', 'updated_at')
    .select(knex.raw('jsonb_array_length(widgets) as widget_count'));
};

const toDashboard = ([row]: Row[]): Dashboard | null =>
  row ? { ...toSummary(row), widgets: row.widgets } : null;

const own = (tx: Tx, id: string) => knexOf(tx)('dashboards').where({ tenant_id: tx.tenantId, id });

export const dashboardRows: DashboardRepository = {
  find: async (tx, reader, id) =>
    toDashboard((await readable(tx, reader).where({ id }).select('widgets')) as Row[]),

  findForChange: async (tx, reader, id) =>
    toDashboard((await readable(tx, reader).where({ id }).select('widgets').forUpdate()) as Row[]),

  async findForUse(tx, reader, id) {
    if (!isId(id)) return null;
    const [row] = (await readable(tx, reader).where({ id }).forKeyShare()) as SummaryRow[];
    return row ? toSummary(row) : null;
  },

  async findReadable(tx, reader, ids) {
    const rows = (await readable(tx, reader).whereIn('id', ids.filter(isId))) as SummaryRow[];
    return rows.map(toSummary);
  },

  async list(tx, reader, { filter, sort, offset, limit }: DashboardQuery) {
    const { search, ownerCustomerId, groupId } = filter;
    if ([ownerCustomerId, groupId].some((id) => id !== null && !isId(id))) {
      return { items: [], totalCount: 0 };
    }
    const query = readable(tx, reader).orderBy([
      { column: sortColumns[sort.field], order: sort.direction },
      { column: 'id', order: sort.direction },
    ]);
    if (search) void query.where(containsText(['title', 'description'], search));
    if (ownerCustomerId) void query.where('owner_customer_id', ownerCustomerId);
    if (groupId) void query.where(heldByGroup(tx, reader, 'DASHBOARD', groupId));
    return offsetPage<SummaryRow, DashboardSummary>(
      knexOf(tx),
      query,
      { offset, limit },
      toSummary,
    );
  },

  widgetsOf: (tx, ids) =>
    knexOf(tx)('dashboards')
      .where('tenant_id', tx.tenantId)
      .whereIn('id', ids)
      .select<{ id: string; widgets: Widget[] }[]>('id', 'widgets'),

  async insert(tx, dashboard) {
    try {
      await knexOf(tx)('dashboards').insert({
        ...toColumns(dashboard),
        tenant_id: tx.tenantId,
        id: dashboard.id,
        owner_customer_id: dashboard.ownerCustomerId,
        created_at: dashboard.createdAt,
      });
      return true;
    } catch (error) {
      if (brokenConstraint(error) === 'dashboards_owner_fkey') return false;
      throw error;
    }
  },

  async update(tx, dashboard) {
    await own(tx, dashboard.id).update(toColumns(dashboard));
  },

  async delete(tx, id) {
    await own(tx, id).delete();
  },
};
