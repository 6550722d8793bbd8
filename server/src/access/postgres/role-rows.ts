import type { Knex } from 'knex';
import { isId } from '../../platform/ids.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { containsText, offsetPage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { Principal } from '../principal.js';
import type { Role } from '../role.js';
import type { RoleRepository } from '../role-repository.js';
import { countRoleUsers } from './member-counts.js';
import { ownedBy } from './owned-by.js';
import { readableCondition } from './readable-condition.js';
import { rightsColumns, toRights, type RightsRow } from './stored-rights.js';

interface Row extends RightsRow {
  id: string;
  owner_customer_id: string | null;
  name: string;
  description: string | null;
  is_default: boolean;
  created_at: Date;
}

const toRole = (row: Row): Role => ({
  id: row.id,
  ownerCustomerId: row.owner_customer_id,
  name: row.name,
  description: row.description,
  isDefault: row.is_default,
  rights: toRights(row),
  createdAt: row.created_at,
});

const ofTenant = (tx: Tx): Knex.QueryBuilder => {
  const knex = knexOf(tx);
  return knex('roles as r')
    .where('r.tenant_id', tx.tenantId)
    .select(
      'r.id',
      'r.owner_customer_id',
      'r.name',
      'r.description',
      'r.is_default',
      'r.created_at',
    )
    .select(knex.raw(rightsColumns));
};

const readable = (tx: Tx, principal: Principal): Knex.QueryBuilder => {
  const { sql, bindings } = readableCondition(principal, 'ROLE', {
    id: 'r.id',
    owner: 'r.owner_customer_id',
  });
  return ofTenant(tx).whereRaw(sql, bindings as never);
};

const toColumns = (role: Role) => ({
  name: role.name,
  description: role.description,
  permissions: JSON.stringify(role.rights.type === 'GENERIC' ? role.rights.permissions : {}),
  excluded_permissions: JSON.stringify(
    role.rights.type === 'GENERIC' ? role.rights.excludedPermissions : {},
  ),
  operations: role.rights.type === 'GROUP' ? [...role.rights.operations] : [],
});

/** @returns false when the name was taken */
const unlessNameTaken = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (brokenConstraint(error) === 'roles_name_key') return false;
    throw error;
  }
};

export const roleRows: RoleRepository = {
  async find(tx, principal, id) {
    if (!isId(id)) return null;
    const row = (await readable(tx, principal).where('r.id', id).first()) as Row | undefined;
    return row ? toRole(row) : null;
  },

  async findReadable(tx, principal, ids) {
    const rows = (await readable(tx, principal).whereIn('r.id', ids.filter(isId))) as Row[];
    return rows.map(toRole);
  },

  async findMany(tx, ids) {
    return ((await ofTenant(tx).whereIn('r.id', ids)) as Row[]).map(toRole);
  },

  async findDefaultId(tx, name) {
    const own = { tenant_id: tx.tenantId, owner_customer_id: null, is_default: true, name };
    const row: { id: string } | undefined = await knexOf(tx)('roles').where(own).first('id');
    if (!row) throw new Error(`The tenant has no default role «${name}».`);
    return row.id;
  },

  async list(tx, principal, { search, type, ownerCustomerId }, page) {
    const query = readable(tx, principal).orderBy(['r.name', 'r.id']);
    if (search) void query.where(containsText(['r.name'], search));
    if (type) void query.where('r.type', type);
    if (ownerCustomerId !== undefined) {
      void query.where(ownedBy('r.owner_customer_id', ownerCustomerId));
    }
    return offsetPage<Row, Role>(knexOf(tx), query, page, toRole);
  },

  insert(tx, role) {
    return unlessNameTaken(
      knexOf(tx)('roles').insert({
        tenant_id: tx.tenantId,
        id: role.id,
        owner_customer_id: role.ownerCustomerId,
        type: role.rights.type,
        is_default: role.isDefault,
        created_at: role.createdAt,
        ...toColumns(role),
      }),
    );
  },

  update(tx, role) {
    const own = { tenant_id: tx.tenantId, id: role.id };
    return unlessNameTaken(knexOf(tx)('roles').where(own).update(toColumns(role)));
  },

  async delete(tx, id) {
    await knexOf(tx)('roles').where({ tenant_id: tx.tenantId, id }).delete();
  },

  async lock(tx, ids) {
    await knexOf(tx)('roles')
      .where({ tenant_id: tx.tenantId })
      .whereIn('id', ids)
      .orderBy('id')
      .forNoKeyUpdate()
      .select('id');
  },

  countUsers: countRoleUsers,
};
