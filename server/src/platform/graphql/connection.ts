import { badUserInput } from '../failures.js';
import { isId } from '../ids.js';
import type { Page } from '../page.js';

/** At most so many rows of a list at once. */
const pageLimit = 100;

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { node: T; cursor: string }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Runs only when `totalCount` is asked for. */
  readonly count: () => Promise<number>;
}

/** `values` are those of the sort columns, the id last. */
export const encodeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * @param length how many values, the id included
 * @throws BAD_USER_INPUT for a cursor that no list gave out
 */
export const decodeCursor = (cursor: string, length: number): string[] => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v): v is string => typeof v === 'string' && !v.includes('\0')) &&
      isId(values.at(-1) ?? '')
    ) {
      return values;
    }
  } catch {
    // the same answer as for any other form
  }
  throw badUserInput(
    '`after` is not a cursor of this list: leave it out to start at the beginning.',
  );
};

/**
 * Where a list that is sorted by id alone goes on; null at its beginning.
 * @throws BAD_USER_INPUT for a cursor that no list gave out
 */
export const decodeIdCursor = (cursor: string | null | undefined): string | null =>
  cursor == null ? null : (decodeCursor(cursor, 1)[0] ?? null);

/** @param count of all rows of the list, capped */
export const toConnection = <T>(
  page: Page<T>,
  cursorOf: (row: T) => readonly string[],
  count: () => Promise<number>,
): Connection<T> => {
  const edges = page.rows.map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return {
    nodes: page.rows,
    edges,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    count,
  };
};

/** For a list that is sorted by id alone. */
export const toIdConnection = <T extends { readonly id: string }>(
  page: Page<T>,
  count: () => Promise<number>,
): Connection<T> => toConnection(page, ({ id }) => [id], count);

/** @throws BAD_USER_INPUT outside 1 to 100 */
export const checkPageSize = (argument: string, size: number): number => {
  if (size < 1 || size > pageLimit)
    throw badUserInput(`\`${argument}\` is between 1 and ${pageLimit}.`);
  return size;
};

/** @throws BAD_USER_INPUT for a negative offset */
export const checkOffset = (offset: number): number => {
  if (offset < 0) throw badUserInput('`offset` is 0 or more.');
  return offset;
};
