import type { PermissionMap } from '../../access/index.js';
import { isId } from '../../platform/ids.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { offsetPage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { ApiKey } from '../api-key.js';
import type { ApiKeyRepository } from '../api-key-repository.js';

interface Row {
  id: string;
  name: string;
  permissions: PermissionMap;
  created_at: Date;
  created_by: string;
  expires_at: Date;
  last_used_at: Date | null;
}

const columns = [
  ...(['id', 'name', 'permissions', 'created_at'] as const),
  ...(['created_by', 'expires_at', 'last_used_at'] as const),
];

const toApiKey = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  permissions: row.permissions,
  createdAt: row.created_at,
  createdBy: row.created_by,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});

const ofTenant = (tx: Tx) => knexOf(tx)('api_keys').where({ tenant_id: tx.tenantId });

const findWhere = async (tx: Tx, where: object): Promise<ApiKey | null> => {
  const row = (await ofTenant(tx).where(where).first(columns)) as Row | undefined;
  return row ? toApiKey(row) : null;
};

export const apiKeyRows: ApiKeyRepository = {
  find: async (tx, id) => (isId(id) ? findWhere(tx, { id }) : null),

  findBySecret: (tx, secretHash) => findWhere(tx, { secret_hash: secretHash }),

  list(tx, page) {
    const query = ofTenant(tx).select(columns).orderBy('id', 'desc');
    return offsetPage<Row, ApiKey>(knexOf(tx), query, page, toApiKey);
  },

  async insert(tx, key, secretHash, most) {
    const [{ count } = { count: '0' }] = (await ofTenant(tx).count({ count: '*' })) as {
      count: string;
    }[];
    if (Number(count) >= most) return 'too-many';
    try {
      await knexOf(tx)('api_keys').insert({
        tenant_id: tx.tenantId,
        id: key.id,
        name: key.name,
        secret_hash: secretHash,
        permissions: JSON.stringify(key.permissions),
        created_at: key.createdAt,
        created_by: key.createdBy,
        expires_at: key.expiresAt,
      });
      return 'inserted';
    } catch (error) {
      if (brokenConstraint(error) === 'api_keys_name_key') return 'name-taken';
      throw error;
    }
  },

  async delete(tx, id) {
    await ofTenant(tx).where({ id }).delete();
  },

  async touch(tx, id, at) {
    await ofTenant(tx).where({ id }).update({ last_used_at: at });
  },
};
