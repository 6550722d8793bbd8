import type { Knex } from 'knex';
import { isId } from '../../platform/ids.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, containsText } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import { entityTypes, groupResourceOf, type EntityGroup } from '../entity-group.js';
import type { EntityGroupRepository } from '../entity-group-repository.js';
import { directOwner } from '../owner-chain.js';
import type { Principal } from '../principal.js';
import { countGroupMembers } from './member-counts.js';
import { ownedBy } from './owned-by.js';
import { readableCondition } from './readable-condition.js';
import { scopeColumns, toScope, type ScopeRow } from './stored-rights.js';

interface Row extends ScopeRow {
  name: string;
  created_at: Date;
}

const toGroup = (row: Row): EntityGroup => ({
  ...toScope(row),
  name: row.name,
  createdAt: row.created_at,
});

const ofTenant = (tx: Tx): Knex.QueryBuilder => {
  const knex = knexOf(tx);
  return knex('entity_groups as g')
    .where('g.tenant_id', tx.tenantId)
    .select('g.name', 'g.created_at', knex.raw(scopeColumns));
};

/** Groups of each type are a resource of their own. */
const readable = (tx: Tx, principal: Principal): Knex.QueryBuilder =>
  withinReach(tx, principal).where((anyType) => {
    for (const type of entityTypes) {
      const columns = { id: 'g.id', owner: 'g.owner_customer_id' };
      const { sql, bindings } = readableCondition(principal, groupResourceOf(type), columns);
      void anyType.orWhereRaw(`(g.type = '${type}' and ${sql})`, bindings as never);
    }
  });

/** The most that a customer user can read, found by index: the conditions by type have none. */
const withinReach = (tx: Tx, { customerId, permissions }: Principal): Knex.QueryBuilder => {
  const all = ofTenant(tx);
  if (customerId === null) return all;
  return all.whereRaw(
    `g.id in (
       select own.id from entity_groups own where own.tenant_id = ?
          and own.owner_customer_id in (select gatehouse.customer_subtree(?::uuid))
       union all
       select unnest(?::uuid[]))`,
    [tx.tenantId, customerId, [...permissions.groups.keys()]] as never,
  );
};

const toRow = (tx: Tx, group: EntityGroup) => ({
  tenant_id: tx.tenantId,
  id: group.id,
  owner_customer_id: directOwner(group.ownerChain),
  type: group.type,
  kind: group.kind,
  name: group.name,
  created_at: group.createdAt,
});

/** @returns false when the name was taken */
const unlessNameTaken = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (brokenConstraint(error) === 'entity_groups_name_key') return false;
    throw error;
  }
};

export const entityGroupRows: EntityGroupRepository = {
  async find(tx, principal, id) {
    if (!isId(id)) return null;
    const row = (await readable(tx, principal).where('g.id', id).first()) as Row | undefined;
    return row ? toGroup(row) : null;
  },

  async findReadable(tx, principal, ids) {
    const rows = (await readable(tx, principal).whereIn('g.id', ids.filter(isId))) as Row[];
    return rows.map(toGroup);
  },

  async findMany(tx, ids) {
    return ((await ofTenant(tx).whereIn('g.id', ids)) as Row[]).map(toGroup);
  },

  async findAll(tx, type, ownerCustomerId) {
    const row = (await ofTenant(tx)
      .where({ 'g.type': type, 'g.kind': 'ALL', 'g.owner_customer_id': ownerCustomerId })
      .first()) as Row | undefined;
    return row ? toGroup(row) : null;
  },

  async list(tx, principal, { search, type, ownerCustomerId, memberId }, { offset, limit }) {
    const query = readable(tx, principal);
    if (search) void query.where(containsText(['g.name'], search));
    if (type) void query.where('g.type', type);
    if (ownerCustomerId !== undefined) {
      void query.where(ownedBy('g.owner_customer_id', ownerCustomerId));
    }
    if (memberId) {
      const memberships = knexOf(tx)('entity_group_members').where('tenant_id', tx.tenantId);
      void query.whereIn('g.id', memberships.where('entity_id', memberId).select('group_id'));
    }
    const ordered = query.clone().orderBy(['g.type', 'g.name', 'g.id']);
    const rows = (await ordered.offset(offset).limit(limit)) as Row[];
    // Every registered customer has a group, so a count of all could take long.
    return { items: rows.map(toGroup), totalCount: await cappedCount(knexOf(tx), query) };
  },

  insert(tx, group) {
    return unlessNameTaken(knexOf(tx)('entity_groups').insert(toRow(tx, group)));
  },

  async ensure(tx, group) {
    const row = toRow(tx, group);
    const { tenant_id, owner_customer_id, type, name } = row;
    const made = (await knexOf(tx)('entity_groups')
      .insert(row)
      .onConflict(['tenant_id', 'owner_customer_id', 'type', 'name'])
      .ignore()
      .returning('id')) as { id: string }[];
    if (made[0]) return { id: made[0].id, made: true };
    const found = (await knexOf(tx)('entity_groups')
      .where({ tenant_id, owner_customer_id, type, name })
      .first('id')) as { id: string } | undefined;
    return { id: found?.id ?? group.id, made: false };
  },

  rename(tx, id, name) {
    const own = { tenant_id: tx.tenantId, id };
    return unlessNameTaken(knexOf(tx)('entity_groups').where(own).update({ name }));
  },

  async delete(tx, id) {
    await knexOf(tx)('entity_groups').where({ tenant_id: tx.tenantId, id }).delete();
  },

  async lock(tx, ids) {
    await knexOf(tx)('entity_groups')
      .where({ tenant_id: tx.tenantId })
      .whereIn('id', ids)
      .orderBy('id')
      .forNoKeyUpdate()
      .select('id');
  },

  countMembers: countGroupMembers,
};
