import { isUniqueViolation } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { entityTypes } from '../entity-group.js';
import type { OwnerChanges } from '../owner-changes.js';
import { entityTables } from './entity-tables.js';

/** The customers of the subtree, and whatever they own. */
const idsBelow = entityTypes
  .map((type) => {
    const { table, owner } = entityTables[type];
    return `select e.id from ${table} e
             where e.tenant_id = :tenant and e.${owner} in (select gatehouse.customer_subtree(:id))`;
  })
  .join(' union all ');

export const ownerChangeRows: OwnerChanges = {
  async lockTree(tx) {
    await knexOf(tx).raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `owners of customers ${tx.tenantId}`,
    ]);
  },

  async nameOf(tx, type, id) {
    const { table, name } = entityTables[type];
    const row = (await knexOf(tx)(`${table} as e`)
      .where({ 'e.tenant_id': tx.tenantId, 'e.id': id })
      .first(knexOf(tx).raw(`${name} as name`))) as { name: string } | undefined;
    return row?.name ?? '';
  },

  async setOwner(tx, type, id, customerId) {
    const { table, owner } = entityTables[type];
    try {
      await knexOf(tx)(table)
        .where({ tenant_id: tx.tenantId, id })
        .update({ [owner]: customerId });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },

  async groupsNotOwnedBy(tx, groupIds, customerIds) {
    const rows = (await knexOf(tx)('entity_groups')
      .where('tenant_id', tx.tenantId)
      .whereIn('id', groupIds)
      .whereRaw('(owner_customer_id is null or owner_customer_id <> all(?::uuid[]))', [
        customerIds,
      ] as never)
      .select('id')) as { id: string }[];
    return rows.map((row) => row.id);
  },

  async leaveGroupsOf(tx, type, id, customerIds) {
    if (customerIds.length === 0) return;
    await knexOf(tx).raw(
      `delete from entity_group_members m using entity_groups g
        where m.tenant_id = :tenant and g.tenant_id = m.tenant_id and g.id = m.group_id
          and g.owner_customer_id = any(cast(:owners as uuid[]))
          and m.entity_id in (select cast(:id as uuid) ${type === 'CUSTOMER' ? `union all ${idsBelow}` : ''})`,
      { tenant: tx.tenantId, owners: customerIds, id } as never,
    );
  },
};
