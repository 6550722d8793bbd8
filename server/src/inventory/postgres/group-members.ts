import type { Knex } from 'knex';
import { readableCondition, type Principal } from '../../access/index.js';
import type { Tx } from '../../platform/transaction.js';
import type { ItemResource } from '../inventory-item.js';

/**
 * What a group holds: its members, or of an All group whatever its owner owns. Nothing when the
 * reader may not read the group.
 */
export const heldByGroup =
  (tx: Tx, reader: Principal, resource: ItemResource, table: string, groupId: string) =>
  (query: Knex.QueryBuilder): void => {
    const readable = readableCondition(reader, `${resource}_GROUP`, {
      id: 'g.id',
      owner: 'g.owner_customer_id',
    });
    const group = `g.tenant_id = ? and g.id = ? and g.type = ? and ${readable.sql}`;
    const ofGroup = [tx.tenantId, groupId, resource, ...readable.bindings];
    void query.whereRaw(
      `${table}.id in (
         select m.entity_id from entity_groups g
           join entity_group_members m on m.tenant_id = g.tenant_id and m.group_id = g.id
          where ${group}
         union all
         select item.id from entity_groups g
           join ${table} item on item.tenant_id = g.tenant_id
            and (item.owner_customer_id = g.owner_customer_id
                 or item.owner_customer_id is null and g.owner_customer_id is null)
          where g.kind = 'ALL' and ${group})`,
      [...ofGroup, ...ofGroup] as never,
    );
  };
