/** Where the pages of a list stand in the address bar. */
export const CURSOR = 'after';
export const PAGE = 'page';

type Query = Record<string, string | null | undefined | (string | null)[]>;

/** The address bar's query after a change of search, filter or sort: defaults and pages drop out. */
export function mergeListQuery(
  query: Query,
  patch: Record<string, string>,
  defaults: Record<string, string>,
): Query {
  const merged: Query = { ...query, ...patch };
  for (const [key, value] of Object.entries(merged)) {
    if (value === defaults[key]) delete merged[key];
  }
  delete merged[CURSOR];
  delete merged[PAGE];
  return merged;
}
