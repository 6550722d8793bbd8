import { createRequire } from 'node:module';
import type { ApolloServerPlugin } from '@apollo/server';
import { getNullableType, isListType, type GraphQLSchema, type DocumentNode } from 'graphql';
import type * as complexity from 'graphql-query-complexity';
import { refusedRequest } from './refused-request.js';
import { requestLimits } from './request-limits.js';

// The package's ESM build would load a second copy of graphql.
const { getComplexity } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof complexity;

/** The rows of a page: whoever asked for the page said how many. */
const pageFields = new Set(['edges', 'nodes', 'items']);
/** What a list without a size is taken for: a user's groups, a page's assignments. */
const usualSize = 10;

/** A field costs 1; a list multiplies what is below by the size asked for. */
const byListSize: complexity.ComplexityEstimator = ({ args, field, childComplexity }) => {
  const { first, limit } = args as { first?: unknown; limit?: unknown };
  const asked = typeof first === 'number' ? first : typeof limit === 'number' ? limit : null;
  const isUnsized = isListType(getNullableType(field.type)) && !pageFields.has(field.name);
  const size = asked ?? (isUnsized ? usualSize : 1);
  return 1 + Math.max(1, size) * childComplexity;
};

export interface PricedRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** What a request costs, in fields. */
export const costOf = ({ schema, document, operationName, variables }: PricedRequest): number =>
  getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [byListSize],
    ...(operationName && { operationName }),
  });

/** Refuses a request that costs too much before anything runs. */
export const queryCostPlugin = <Context extends object>(): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, request, operationName }) {
        const cost = costOf({ schema, document, operationName, variables: request.variables });
        if (cost > requestLimits.cost) {
          throw refusedRequest(
            'BAD_USER_INPUT',
            `This request costs ${cost}, at most ${requestLimits.cost} is allowed: ask for fewer rows or fields.`,
          );
        }
        return Promise.resolve();
      },
    }),
});
