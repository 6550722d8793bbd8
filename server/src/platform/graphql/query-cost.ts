import { createRequire } from 'node:module';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type * as complexity from 'graphql-query-complexity';
import { requestLimits } from './request-limits.js';

// The package's ESM build would load a second copy of graphql.
const { getComplexity } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof complexity;

/** A field costs 1; a list multiplies what is below by the size asked for. */
const byListSize: complexity.ComplexityEstimator = ({ args, childComplexity }) => {
  const { first, limit } = args as { first?: unknown; limit?: unknown };
  const size = typeof first === 'number' ? first : typeof limit === 'number' ? limit : 1;
  return 1 + Math.max(1, size) * childComplexity;
};

/** Refuses a request that costs too much before anything runs. */
export const queryCostPlugin = <Context extends object>(): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, request, operationName }) {
        const cost = getComplexity({
          schema,
          query: document,
          variables: request.variables ?? {},
          estimators: [byListSize],
          ...(operationName ? { operationName } : {}),
        });
        if (cost > requestLimits.cost) {
          throw new GraphQLError(
            `This request costs ${cost}, at most ${requestLimits.cost} is allowed: ask for fewer rows or fields.`,
            { extensions: { code: 'BAD_USER_INPUT' } },
          );
        }
        return Promise.resolve();
      },
    }),
});
