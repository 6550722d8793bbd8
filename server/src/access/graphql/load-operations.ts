import DataLoader from 'dataloader';
import { requestLoader } from '../../platform/graphql/request-context.js';
import type { Transact } from '../../platform/transaction.js';
import type { OwnedRow, Ownership } from '../owned-row.js';
import { resources, type Operation, type Resource } from '../permission-matrix.js';
import { viewerOf, type ViewerContext } from '../viewer.js';

/** `viewerCan` of a row: asked for a whole page, it costs one statement at most. */
export type LoadOperations = (
  context: ViewerContext,
  resource: Resource,
  row: OwnedRow,
) => Promise<readonly Operation[]>;

const loaderKeys = new Map(resources.map((resource) => [resource, Symbol(`may on ${resource}`)]));

export const createLoadOperations =
  (transact: Transact, ownership: Ownership): LoadOperations =>
  (context, resource, row) => {
    const { principal } = viewerOf(context);
    const createLoader = () =>
      new DataLoader<OwnedRow, readonly Operation[], string>(
        async (rows) => {
          const operations = await transact(principal.tenantId, (tx) =>
            ownership.operationsOn(tx, principal, resource, rows),
          );
          return rows.map(({ id }) => operations.get(id) ?? []);
        },
        { cacheKeyFn: ({ id }) => id },
      );
    const key = loaderKeys.get(resource) ?? Symbol(resource);
    return requestLoader(context, key, createLoader).load(row);
  };
