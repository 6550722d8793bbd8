import type { Knex } from 'knex';
import { isId } from '../../platform/ids.js';
import { knexOf } from '../../platform/postgres/database.js';
import { takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { Authority } from '../authority.js';
import type { EntityType } from '../entity-group.js';
import type { GroupMembers } from '../group-members.js';
import { directOwner, type OwnerChain } from '../owner-chain.js';
import type { Principal } from '../principal.js';
import { entityTables } from './entity-tables.js';
import { readableCondition } from './readable-condition.js';

interface CandidateRow {
  id: string;
  owner_chain: OwnerChain;
  group_ids: string[];
  authority: Authority | null;
}

const readable = (tx: Tx, principal: Principal, type: EntityType): Knex.QueryBuilder => {
  const { table, owner } = entityTables[type];
  const { sql, bindings } = readableCondition(principal, type, { id: 'e.id', owner: `e.${owner}` });
  return knexOf(tx)(`${table} as e`)
    .where('e.tenant_id', tx.tenantId)
    .whereRaw(sql, bindings as never);
};

const membersOf = (tx: Tx, groupId: string) =>
  knexOf(tx)('entity_group_members').where({ tenant_id: tx.tenantId, group_id: groupId });

export const groupMemberRows: GroupMembers = {
  async list(tx, principal, group, first, afterId) {
    const { owner, name } = entityTables[group.type];
    const query = readable(tx, principal, group.type);
    if (group.kind === 'ALL') void query.where(`e.${owner}`, directOwner(group.ownerChain));
    else void query.whereIn('e.id', membersOf(tx, group.id).select('entity_id'));
    if (afterId) void query.where('e.id', '>', afterId);
    const rows = (await query
      .orderBy('e.id')
      .limit(first + 1)
      .select('e.id', knexOf(tx).raw(`${name} as name`))) as { id: string; name: string }[];
    return takePage(rows, first, (row) => ({ id: row.id, type: group.type, name: row.name }));
  },

  async findCandidates(tx, principal, type, ids) {
    const { owner } = entityTables[type];
    const knex = knexOf(tx);
    const rows = (await readable(tx, principal, type)
      .whereIn('e.id', ids.filter(isId))
      .select(
        'e.id',
        knex.raw(`array(select gatehouse.customer_ancestors(e.${owner})) as owner_chain`),
        knex.raw(`array(select m.group_id from entity_group_members m
                         where m.tenant_id = e.tenant_id and m.entity_id = e.id) as group_ids`),
        knex.raw(type === 'USER' ? 'e.authority' : 'null as authority'),
      )) as CandidateRow[];
    return rows.map((row) => ({
      id: row.id,
      ownerChain: row.owner_chain,
      groupIds: row.group_ids,
      authority: row.authority,
    }));
  },

  async add(tx, groupId, type, ids) {
    if (ids.length === 0) return;
    const { member } = entityTables[type];
    const rows = ids.map((id) => ({ tenant_id: tx.tenantId, group_id: groupId, [member]: id }));
    await knexOf(tx)('entity_group_members')
      .insert(rows)
      .onConflict(['tenant_id', 'group_id', 'entity_id'])
      .ignore();
  },

  async remove(tx, groupId, ids) {
    await membersOf(tx, groupId).whereIn('entity_id', ids).delete();
  },
};
