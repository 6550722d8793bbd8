import type { Knex } from 'knex';
import { isId } from '../../platform/ids.js';

/** Owned by exactly this customer, null for the tenant. What is no id owns nothing. */
export const ownedBy =
  (column: string, customerId: string | null) =>
  (query: Knex.QueryBuilder): void => {
    if (customerId === null) void query.whereNull(column);
    else void query.whereIn(column, [customerId].filter(isId));
  };
