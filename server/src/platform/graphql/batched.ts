import DataLoader from 'dataloader';
import { requestLoader, type RequestContext } from './request-context.js';

/** One look-up for all fields of a request that name the same kind of thing. */
export const batched = <Context extends RequestContext, T>(
  name: string,
  find: (context: Context, ids: readonly string[]) => Promise<readonly (T & { id: string })[]>,
) => {
  const key = Symbol(name);
  return async (context: Context, id: string | null): Promise<T | null> => {
    if (id === null) return null;
    const loader = requestLoader(
      context,
      key,
      () =>
        new DataLoader<string, T | null>(async (ids) => {
          const found = new Map((await find(context, ids)).map((item) => [item.id, item]));
          return ids.map((wanted) => found.get(wanted) ?? null);
        }),
    );
    return loader.load(id);
  };
};
