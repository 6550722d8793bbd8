import { knexOf } from '../../platform/postgres/database.js';
import { countLimit } from '../../platform/page.js';
import type { Tx } from '../../platform/transaction.js';
import type { GrantUse, GrantUses } from '../grant-uses.js';

const usesBy = async (
  tx: Tx,
  column: 'role_id' | 'entity_group_id',
  ids: readonly string[],
): Promise<ReadonlyMap<string, GrantUse>> => {
  const { rows } = await knexOf(tx).raw<{
    rows: { id: string; user_groups: string; customers: string }[];
  }>(
    `select wanted.id, count(u.id) as user_groups, count(distinct u.owner_customer_id) as customers
       from unnest(?::uuid[]) as wanted(id)
       left join lateral (
         select g.id, g.owner_customer_id from group_permissions p
           join entity_groups g on g.tenant_id = p.tenant_id and g.id = p.user_group_id
          where p.tenant_id = ? and p.${column} = wanted.id
          limit ${countLimit}) as u on true
      group by wanted.id`,
    [ids, tx.tenantId] as never,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { userGroups: Number(row.user_groups), customers: Number(row.customers) },
    ]),
  );
};

export const grantUseRows: GrantUses = {
  ofRoles: (tx, ids) => usesBy(tx, 'role_id', ids),
  ofGroups: (tx, ids) => usesBy(tx, 'entity_group_id', ids),
};
