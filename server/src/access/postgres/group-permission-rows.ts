import type { Knex } from 'knex';
import { isId } from '../../platform/ids.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { GroupPermission } from '../group-permission.js';
import type { GroupPermissionRepository } from '../group-permission-repository.js';
import { ownedByTenant } from '../owner-chain.js';
import type { Principal } from '../principal.js';
import { loadPrincipal } from './load-principal.js';
import { readableCondition } from './readable-condition.js';
import {
  rightsColumns,
  scopeColumns,
  toOptionalScope,
  toRights,
  type OptionalScopeRow,
  type RightsRow,
} from './stored-rights.js';

interface Row {
  id: string;
  user_group_id: string;
  role_id: string;
  entity_group_id: string | null;
}

/** Summed up over all user groups that hold the role, because those can be a million. */
type UseRow = { by_tenant: boolean; outside: boolean } & OptionalScopeRow;

const toPermission = (row: Row): GroupPermission => ({
  id: row.id,
  userGroupId: row.user_group_id,
  roleId: row.role_id,
  entityGroupId: row.entity_group_id,
});

const toRow = (tx: Tx, permission: GroupPermission, createdAt: Date) => ({
  tenant_id: tx.tenantId,
  id: permission.id,
  user_group_id: permission.userGroupId,
  role_id: permission.roleId,
  entity_group_id: permission.entityGroupId,
  created_at: createdAt,
});

const columns = ['id', 'user_group_id', 'role_id', 'entity_group_id'] as const;

/** What is held on a group, by user groups whose permissions somebody may read. */
const sharesOf = (tx: Tx, principal: Principal, entityGroupId: string): Knex.QueryBuilder => {
  const place = { id: 'u.id', owner: 'u.owner_customer_id' };
  const { sql, bindings } = readableCondition(principal, 'GROUP_PERMISSION', place);
  return knexOf(tx)('group_permissions as p')
    .join('entity_groups as u', { 'u.tenant_id': 'p.tenant_id', 'u.id': 'p.user_group_id' })
    .where({ 'p.tenant_id': tx.tenantId, 'p.entity_group_id': entityGroupId })
    .whereRaw(sql, bindings as never);
};

export const groupPermissionRows: GroupPermissionRepository = {
  async list(tx, userGroupId) {
    const rows: Row[] = await knexOf(tx)('group_permissions')
      .where({ tenant_id: tx.tenantId, user_group_id: userGroupId })
      .orderBy('id')
      .select(...columns);
    return rows.map(toPermission);
  },

  async listShares(tx, principal, entityGroupId, first, afterId) {
    const query = sharesOf(tx, principal, entityGroupId);
    if (afterId) void query.where('p.id', '>', afterId);
    const rows = (await query
      .orderBy('p.id')
      .limit(first + 1)
      .select(...columns.map((column) => `p.${column}`))) as Row[];
    return takePage(rows, first, toPermission);
  },

  countShares: (tx, principal, entityGroupId) =>
    cappedCount(knexOf(tx), sharesOf(tx, principal, entityGroupId)),

  async listOf(tx, userGroupIds) {
    const rows: Row[] = await knexOf(tx)('group_permissions')
      .where('tenant_id', tx.tenantId)
      .whereIn('user_group_id', userGroupIds)
      .orderBy('id')
      .select(...columns);
    return rows.map(toPermission);
  },

  async find(tx, id) {
    if (!isId(id)) return null;
    const row: Row | undefined = await knexOf(tx)('group_permissions')
      .where({ tenant_id: tx.tenantId, id })
      .first(...columns);
    return row ? toPermission(row) : null;
  },

  async insert(tx, permission, createdAt) {
    try {
      await knexOf(tx)('group_permissions').insert(toRow(tx, permission, createdAt));
      return true;
    } catch (error) {
      if (brokenConstraint(error) === 'group_permissions_once_key') return false;
      throw error;
    }
  },

  async insertMany(tx, permissions, createdAt) {
    if (permissions.length === 0) return;
    const rows = permissions.map((permission) => toRow(tx, permission, createdAt));
    await knexOf(tx)('group_permissions').insert(rows);
  },

  async delete(tx, id) {
    await knexOf(tx)('group_permissions').where({ tenant_id: tx.tenantId, id }).delete();
  },

  async deleteMany(tx, ids) {
    if (ids.length === 0) return;
    await knexOf(tx)('group_permissions')
      .where('tenant_id', tx.tenantId)
      .whereIn('id', ids)
      .delete();
  },

  async rightsOfUserGroups(tx, userGroupIds) {
    const { rows } = await knexOf(tx).raw<{ rows: (RightsRow & OptionalScopeRow)[] }>(
      `select ${rightsColumns}, ${scopeColumns} from group_permissions p
         join roles r on r.tenant_id = p.tenant_id and r.id = p.role_id
         left join entity_groups g on g.tenant_id = p.tenant_id and g.id = p.entity_group_id
        where p.tenant_id = ? and p.user_group_id = any(?::uuid[])`,
      [tx.tenantId, userGroupIds] as never,
    );
    return rows.map((row) => ({ rights: toRights(row), group: toOptionalScope(row) }));
  },

  async findAllUsersGroup(tx, ownerCustomerId) {
    const own = { tenant_id: tx.tenantId, owner_customer_id: ownerCustomerId };
    const row: { id: string } | undefined = await knexOf(tx)('entity_groups')
      .where({ ...own, type: 'USER', kind: 'ALL' })
      .first('id');
    return row?.id ?? null;
  },

  async rightsOnGroup(tx, entityGroupId) {
    const { rows } = await knexOf(tx).raw<{ rows: RightsRow[] }>(
      `select ${rightsColumns} from group_permissions p
         join roles r on r.tenant_id = p.tenant_id and r.id = p.role_id
        where p.tenant_id = ? and p.entity_group_id = ?`,
      [tx.tenantId, entityGroupId],
    );
    return rows.map(toRights);
  },

  async usesOfRole(tx, roleId, within) {
    const { rows } = await knexOf(tx).raw<{ rows: UseRow[] }>(
      `select uses.by_tenant, uses.outside, ${scopeColumns}
         from (
           select p.entity_group_id,
                  bool_or(u.owner_customer_id is null) as by_tenant,
                  bool_or(u.owner_customer_id is null or cast(:within as uuid) is null
                    or u.owner_customer_id not in (select gatehouse.customer_subtree(cast(:within as uuid)))) as outside
             from group_permissions p
             join entity_groups u on u.tenant_id = p.tenant_id and u.id = p.user_group_id
            where p.tenant_id = :tenant and p.role_id = :role
            group by p.entity_group_id
         ) as uses
         left join entity_groups g on g.tenant_id = :tenant and g.id = uses.entity_group_id`,
      { tenant: tx.tenantId, role: roleId, within } as never,
    );
    return rows.map((row) => ({
      receivers: {
        authority: row.by_tenant ? 'TENANT_ADMIN' : 'CUSTOMER_USER',
        ownerChain: row.outside || within === null ? ownedByTenant : [within],
      },
      group: toOptionalScope(row),
    }));
  },

  loadPrincipal,
};
