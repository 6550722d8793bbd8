import { knexOf } from '../../platform/postgres/database.js';
import type { ThingName, ThingNames } from '../thing-names.js';

/** Every table that an entry's fields point to, and what its rows are called. */
const namedTables: Readonly<Record<string, string>> = {
  assets: 'name',
  customers: 'title',
  dashboards: 'title',
  devices: 'name',
  domains: 'host',
  entity_groups: 'name',
  legal_documents: 'name',
  notification_recipients: 'name',
  roles: 'name',
  users: `coalesce(nullif(concat_ws(' ', first_name, last_name), ''), email)`,
};

const oneOfAll = Object.entries(namedTables)
  .map(([table, name]) => `select id, ${name} as name from ${table} where tenant_id = :tenantId`)
  .map((select) => `${select} and id = any(:ids)`)
  .join(' union all ');

/** One statement, by primary keys alone. */
export const thingNameRows: ThingNames = {
  async find(tx, ids) {
    const found = await knexOf(tx).raw<{ rows: ThingName[] }>(oneOfAll, {
      tenantId: tx.tenantId,
      ids,
    });
    return found.rows;
  },
};
