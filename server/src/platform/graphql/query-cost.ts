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

/** What of a request can change its price: sizes, and whether a field is asked for at all. */
const priceKey = ({ operationName, variables = {} }: PricedRequest): string => {
  const deciding = Object.entries(variables).filter(
    ([, value]) => typeof value === 'number' || typeof value === 'boolean' || value === null,
  );
  return JSON.stringify([operationName, deciding]);
};

/** Strangers choose sizes: prices of one document that are kept. */
const mostPrices = 100;

/** {@link costOf} with a memory: Apollo Server hands over the same document for the same text. */
const createPriceList = () => {
  const known = new WeakMap<DocumentNode, Map<string, number>>();
  return (request: PricedRequest): number => {
    const prices = known.get(request.document) ?? new Map<string, number>();
    const key = priceKey(request);
    const cost = prices.get(key) ?? costOf(request);
    if (prices.size >= mostPrices) prices.clear();
    known.set(request.document, prices.set(key, cost));
    return cost;
  };
};

/** Refuses a request that costs too much before anything runs. */
export const queryCostPlugin = <Context extends object>(): ApolloServerPlugin<Context> => {
  const priceOf = createPriceList();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, request, operationName }) {
          const cost = priceOf({ schema, document, operationName, variables: request.variables });
          if (cost > requestLimits.cost) {
            throw refusedRequest(
              'BAD_USER_INPUT',
              `This request costs ${cost}, at most ${requestLimits.cost} is allowed: ask for fewer rows or fields.`,
            );
          }
          return Promise.resolve();
        },
      }),
  };
};
