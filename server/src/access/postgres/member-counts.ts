import { knexOf } from '../../platform/postgres/database.js';
import { countLimit } from '../../platform/page.js';
import type { Tx } from '../../platform/transaction.js';
import { entityTypes, type EntityType } from '../entity-group.js';
import { entityTables } from './entity-tables.js';

/** Whether an entity `e` is owned by exactly the owner of a group `g`. */
const ownedLikeGroup = (type: EntityType): string => {
  const owner = `e.${entityTables[type].owner}`;
  return `(${owner} = g.owner_customer_id or (${owner} is null and g.owner_customer_id is null))`;
};

const derivedMembers = entityTypes
  .map(
    (type) => `select 1 from ${entityTables[type].table} e
      where g.kind = 'ALL' and g.type = '${type}' and e.tenant_id = g.tenant_id and ${ownedLikeGroup(type)}`,
  )
  .join('\n union all ');

const countOf = async (
  tx: Tx,
  sql: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const bindings = [tx.tenantId, ids] as never;
  const { rows } = await knexOf(tx).raw<{ rows: { id: string; count: string }[] }>(sql, bindings);
  return new Map(rows.map((row) => [row.id, Number(row.count)]));
};

export const countGroupMembers = (tx: Tx, ids: readonly string[]) =>
  countOf(
    tx,
    `select g.id, (
        select count(*) from (
          select 1 from entity_group_members m where m.tenant_id = g.tenant_id and m.group_id = g.id
          union all ${derivedMembers}
          limit ${countLimit}) as counted) as count
       from entity_groups g where g.tenant_id = ? and g.id = any(?::uuid[])`,
    ids,
  );

/** Of more than 10,000 memberships only the first are looked at, so the count may be a little low. */
export const countRoleUsers = (tx: Tx, ids: readonly string[]) =>
  countOf(
    tx,
    `select r.id, (
        select count(distinct user_id) from (
          select m.user_id from group_permissions p
            join entity_group_members m on m.tenant_id = p.tenant_id and m.group_id = p.user_group_id
           where p.tenant_id = r.tenant_id and p.role_id = r.id
          union all
          select e.id from group_permissions p
            join entity_groups g on g.tenant_id = p.tenant_id and g.id = p.user_group_id and g.kind = 'ALL'
            join users e on e.tenant_id = g.tenant_id and ${ownedLikeGroup('USER')}
           where p.tenant_id = r.tenant_id and p.role_id = r.id
          limit ${countLimit}) as counted) as count
       from roles r where r.tenant_id = ? and r.id = any(?::uuid[])`,
    ids,
  );
