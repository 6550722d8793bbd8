import type { Knex } from 'knex';
import { countLimit, type OffsetPage, type Page } from '../page.js';

/** Ask for one row more than the page holds; the extra one tells that there is a next page. */
export const takePage = <Row, T>(
  rows: readonly Row[],
  first: number,
  toItem: (row: Row) => T,
): Page<T> => ({
  rows: rows.slice(0, first).map(toItem),
  hasNextPage: rows.length > first,
});

/** Case-insensitive «contains» in any of the columns; the text is never a pattern. */
export const containsText =
  (columns: readonly string[], text: string) =>
  (builder: Knex.QueryBuilder): void => {
    for (const column of columns) {
      void builder.orWhereRaw('strpos(lower(??), lower(?)) > 0', [column, text]);
    }
  };

/** Counts up to {@link countLimit} rows of a query without its order and limit. */
export const cappedCount = async (knex: Knex, query: Knex.QueryBuilder): Promise<number> => {
  const some = query.clone().clearSelect().clearOrder().select(knex.raw('1')).limit(countLimit);
  const [row] = (await knex.count({ count: '*' }).from(some.as('some'))) as { count: string }[];
  return Number(row?.count ?? 0);
};

/** A page by offset with the count of all, in one statement. */
export const offsetPage = async <Row extends object, T>(
  knex: Knex,
  query: Knex.QueryBuilder,
  { offset, limit }: { offset: number; limit: number },
  toItem: (row: Row) => T,
): Promise<OffsetPage<T>> => {
  const counted = query.clone().select(knex.raw('count(*) over () as total_count'));
  const rows = (await counted.offset(offset).limit(limit)) as (Row & { total_count: string })[];
  if (rows.length === 0 && offset > 0)
    return { items: [], totalCount: await cappedCount(knex, query) };
  return { items: rows.map(toItem), totalCount: Number(rows[0]?.total_count ?? 0) };
};
