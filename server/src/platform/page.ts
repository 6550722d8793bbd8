/** A slice of an unbounded list, keyset underneath. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly hasNextPage: boolean;
}

/** A slice of a list that stays small. */
export interface OffsetPage<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
}

/** Counting stops here: the console shows «10,000+». */
export const countLimit = 10_000;

export type SortDirection = 'ASC' | 'DESC';
