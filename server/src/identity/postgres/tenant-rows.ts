import { announceChange } from '../../platform/postgres/changes.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf, type Database } from '../../platform/postgres/database.js';
import type {
  Tenant,
  TenantCounts,
  TenantDirectory,
  TenantRepository,
  TenantState,
} from '../tenant-repository.js';

interface Row {
  id: string;
  name: string;
  state: TenantState;
  created_at: Date;
}

const toTenant = (row: Row): Tenant => ({
  id: row.id,
  name: row.name,
  state: row.state,
  createdAt: row.created_at,
});

const isNameTaken = (error: unknown): boolean => brokenConstraint(error) === 'tenants_name_key';

export const tenantRows: TenantRepository = {
  async find(tx) {
    const row = await knexOf(tx)<Row>('tenants').where({ id: tx.tenantId }).first();
    return row ? toTenant(row) : null;
  },

  async nameOf(tx) {
    const row = await knexOf(tx)<Row>('tenants').where({ id: tx.tenantId }).first('name');
    return row?.name ?? null;
  },

  async insert(tx, tenant) {
    try {
      await knexOf(tx)('tenants').insert({
        id: tenant.id,
        name: tenant.name,
        state: tenant.state,
        is_system: tenant.isSystem,
        created_at: tenant.createdAt,
      });
      return true;
    } catch (error) {
      if (isNameTaken(error)) return false;
      throw error;
    }
  },

  async update(tx, changes) {
    try {
      await knexOf(tx)('tenants').where({ id: tx.tenantId }).update(changes);
    } catch (error) {
      if (isNameTaken(error)) return false;
      throw error;
    }
    await announceChange(tx, 'sites:*');
    return true;
  },

  async delete(tx) {
    await knexOf(tx)('tenants').where({ id: tx.tenantId, is_system: false }).delete();
    await announceChange(tx, 'sites:*');
  },

  async counts(tx) {
    const { rows } = await knexOf(tx).raw<{ rows: Record<keyof TenantCounts, string>[] }>(
      `select (select count(*) from users where tenant_id = :id) as users,
              (select count(*) from customers where tenant_id = :id) as customers,
              (select count(*) from self_registrations where tenant_id = :id) as "selfRegistrations",
              (select count(*) from devices where tenant_id = :id) as devices`,
      { id: tx.tenantId },
    );
    const [counted] = rows;
    return {
      users: Number(counted?.users),
      customers: Number(counted?.customers),
      selfRegistrations: Number(counted?.selfRegistrations),
      devices: Number(counted?.devices),
    };
  },
};

export const createTenantDirectory = (database: Database): TenantDirectory => ({
  async list(search, { offset, limit }) {
    const rows = await database.callFunction<Row & { total_count: string }>(
      'select * from gatehouse.list_tenants(?, ?, ?)',
      [search, offset, limit],
    );
    return { items: rows.map(toTenant), totalCount: Number(rows[0]?.total_count ?? 0) };
  },

  async systemTenantId() {
    const [row] = await database.callFunction<{ id: string | null }>(
      'select gatehouse.find_system_tenant() as id',
    );
    return row?.id ?? null;
  },

  async allIds() {
    const rows = await database.callFunction<{ id: string }>(
      'select id from gatehouse.list_tenant_ids() as id',
    );
    return rows.map((row) => row.id);
  },
});
