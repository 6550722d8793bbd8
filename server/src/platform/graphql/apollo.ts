import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../log/log.js';
import { formatError } from './error-format.js';
import { introspectionPlugin } from './introspection.js';
import { largeBodyPlugin } from './large-body.js';
import { queryCostPlugin } from './query-cost.js';
import { requestLimitRules, requestLimits } from './request-limits.js';
import type { RequestContext } from './request-context.js';
import { retryAfterPlugin } from './retry-after.js';
import { variableCheckPlugin } from './variable-check.js';

interface ApolloOptions<Context> {
  readonly schema: GraphQLSchema;
  readonly httpServer: Server;
  readonly log: Log;
  /** Root fields that take a file. */
  readonly fileOperations: readonly string[];
  /** Who may ask what the schema holds. */
  readonly mayIntrospect: (context: Context) => boolean;
}

/** The one GraphQL endpoint's server: limits first, then the schema. */
export const createApollo = <Context extends RequestContext>({
  schema,
  httpServer,
  log,
  fileOperations,
  mayIntrospect,
}: ApolloOptions<Context>): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: requestLimits.tokens },
    maxRecursiveSelections: requestLimits.recursiveSelections,
    validationRules: [...requestLimitRules],
    formatError: formatError(log),
    plugins: [
      largeBodyPlugin(fileOperations),
      introspectionPlugin(mayIntrospect),
      variableCheckPlugin(),
      queryCostPlugin(),
      retryAfterPlugin(),
      ApolloServerPluginLandingPageDisabled(),
      // It would put a step before every field of every answer, and nothing here is kept by caches.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 8_000 }),
    ],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    },
  });
