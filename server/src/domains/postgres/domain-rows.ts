import { isId } from '../../platform/ids.js';
import { announceChange } from '../../platform/postgres/changes.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { containsText, offsetPage } from '../../platform/postgres/lists.js';
import type { Domain } from '../domain.js';
import type { DomainRepository } from '../domain-repository.js';

interface Row {
  id: string;
  host: string;
  created_at: Date;
}

const columns = ['id', 'host', 'created_at'] as const;

const toDomain = (row: Row): Domain => ({ id: row.id, host: row.host, createdAt: row.created_at });

export const domainRows: DomainRepository = {
  async find(tx, id) {
    if (!isId(id)) return null;
    const row = (await knexOf(tx)('domains')
      .where({ tenant_id: tx.tenantId, id })
      .first(columns)) as Row | undefined;
    return row ? toDomain(row) : null;
  },

  async findMany(tx, ids) {
    const rows = (await knexOf(tx)('domains')
      .where({ tenant_id: tx.tenantId })
      .whereIn('id', ids.filter(isId))
      .select(columns)) as Row[];
    return rows.map(toDomain);
  },

  list(tx, search, page) {
    const knex = knexOf(tx);
    const query = knex('domains').where({ tenant_id: tx.tenantId }).select(columns).orderBy('host');
    if (search) void query.where(containsText(['host'], search));
    return offsetPage<Row, Domain>(knex, query, page, toDomain);
  },

  async insert(tx, domain) {
    try {
      await knexOf(tx)('domains').insert({
        tenant_id: tx.tenantId,
        id: domain.id,
        host: domain.host,
        created_at: domain.createdAt,
      });
    } catch (error) {
      const broken = brokenConstraint(error);
      if (broken === 'domains_host_key') return 'host-taken';
      if (broken === 'domains_tenant_fkey') return 'no-tenant';
      throw error;
    }
    await announceChange(tx, `sites:${domain.host}`);
    return 'inserted';
  },

  async delete(tx, id) {
    const knex = knexOf(tx);
    try {
      const [row] = (await knex('domains')
        .where({ tenant_id: tx.tenantId, id })
        .delete('host')) as Pick<Row, 'host'>[];
      if (row) await announceChange(tx, `sites:${row.host}`);
      return 'deleted';
    } catch (error) {
      if (brokenConstraint(error) === 'self_registrations_domain_fkey') return 'in-use';
      throw error;
    }
  },
};
