import { knexOf } from '../../platform/postgres/database.js';
import type { CollectedField } from '../collected-field.js';
import type { CollectedFieldRepository } from '../collected-field-repository.js';

interface Row {
  customer_id: string;
  user_id: string | null;
  fields: CollectedField[];
}

const columnOf = { customerId: 'customer_id', userId: 'user_id' } as const;

export const collectedFieldRows: CollectedFieldRepository = {
  async insert(tx, { customerId, userId }, fields) {
    if (fields.length === 0) return;
    await knexOf(tx)('collected_fields').insert({
      tenant_id: tx.tenantId,
      customer_id: customerId,
      user_id: userId,
      fields: JSON.stringify(fields),
    });
  },

  async find(tx, by, ids) {
    const column = columnOf[by];
    const rows = (await knexOf(tx)('collected_fields')
      .where('tenant_id', tx.tenantId)
      .whereIn(column, ids)
      .select(column, 'fields')) as Row[];
    return new Map(rows.map((row) => [row[column] ?? '', row.fields]));
  },
};
