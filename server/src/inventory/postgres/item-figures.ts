import type { Principal } from '../../access/index.js';
import { knexOf } from '../../platform/postgres/database.js';
import { containsText } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { BreakdownBy, ItemFilter, ItemShare } from '../item-repository.js';
import {
  matchingItems,
  readableItems,
  withReadableAttributes,
  type Items,
} from './item-conditions.js';

/** Rows that a figure looks at; a tenant may have millions. */
const mostRows = 100_000;

/** How many rows have which type, or which value of an attribute; most first. */
export const countByValue = async (
  tx: Tx,
  reader: Principal,
  items: Items,
  filter: ItemFilter,
  by: BreakdownBy,
  limit: number,
): Promise<ItemShare[]> => {
  const knex = knexOf(tx);
  const rows = matchingItems(tx, reader, items, filter).limit(mostRows);
  if (by.by === 'TYPE') void rows.select('type as value');
  else {
    void rows.where(withReadableAttributes(reader, items));
    void rows.select(knex.raw('attributes ->> ? as value', [by.key]));
  }
  const shares = (await knex
    .from(rows.as('looked_at'))
    .groupBy('value')
    .select('value')
    .count({ count: '*' })
    .orderByRaw('count(*) desc, value')
    .limit(limit)) as { value: string | null; count: string }[];
  return shares.map(({ value, count }) => ({ value, count: Number(count) }));
};

export const typesInUse = async (
  tx: Tx,
  reader: Principal,
  items: Items,
  search: string | null,
  limit: number,
): Promise<string[]> => {
  const rows = readableItems(tx, reader, items).select('type').limit(mostRows);
  if (search) void rows.where(containsText(['type'], search));
  const types = knexOf(tx).from(rows.as('looked_at')).distinct('type').orderBy('type').limit(limit);
  return ((await types) as { type: string }[]).map(({ type }) => type);
};
