import type { Knex } from 'knex';
import type { Tx } from '../../platform/transaction.js';
import { groupResourceOf, type EntityType } from '../entity-group.js';
import type { Principal } from '../principal.js';
import { entityTables } from './entity-tables.js';
import { readableCondition } from './readable-condition.js';

/**
 * What a group holds, for a query on the table of the type: its members, or of an All group whatever
 * its owner owns. Nothing when the reader may not read the group.
 */
export const heldByGroup =
  (tx: Tx, reader: Principal, type: EntityType, groupId: string) =>
  (query: Knex.QueryBuilder): void => {
    const { table, owner } = entityTables[type];
    const readable = readableCondition(reader, groupResourceOf(type), {
      id: 'g.id',
      owner: 'g.owner_customer_id',
    });
    const group = `g.tenant_id = ? and g.id = ? and g.type = ? and ${readable.sql}`;
    const ofGroup = [tx.tenantId, groupId, type, ...readable.bindings];
    void query.whereRaw(
      `${table}.id in (
         select m.entity_id from entity_groups g
           join entity_group_members m on m.tenant_id = g.tenant_id and m.group_id = g.id
          where ${group}
         union all
         select entity.id from entity_groups g
           join ${table} entity on entity.tenant_id = g.tenant_id
            and (entity.${owner} = g.owner_customer_id
                 or entity.${owner} is null and g.owner_customer_id is null)
          where g.kind = 'ALL' and ${group})`,
      [...ofGroup, ...ofGroup] as never,
    );
  };
