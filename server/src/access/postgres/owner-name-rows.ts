import { knexOf } from '../../platform/postgres/database.js';
import type { OwnerNames } from '../owner-names.js';
import { readableCondition } from './readable-condition.js';

export const ownerNameRows: OwnerNames = {
  async ofCustomers(tx, principal, customerIds) {
    const columns = { id: 'id', owner: 'parent_customer_id' };
    const { sql, bindings } = readableCondition(principal, 'CUSTOMER', columns);
    const rows = (await knexOf(tx)('customers')
      .where('tenant_id', tx.tenantId)
      .whereIn('id', customerIds)
      .whereRaw(`(id = ? or ${sql})`, [principal.customerId, ...bindings] as never)
      .select('id', 'title')) as { id: string; title: string }[];
    return new Map(rows.map(({ id, title }) => [id, title]));
  },

  async ofTenant(tx) {
    const row: { name: string } | undefined = await knexOf(tx)('tenants')
      .where('id', tx.tenantId)
      .first('name');
    return row?.name ?? '';
  },
};
