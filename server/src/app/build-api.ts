import type { GraphQLSchema } from 'graphql';
import type { ViewerContext } from '../access/index.js';
import { enforceAccess } from '../platform/graphql/allow.js';
import { buildSchema } from '../platform/graphql/build-schema.js';
import { forgetBetweenMutations } from '../platform/graphql/request-context.js';
import type { Topics } from '../platform/graphql/topics.js';
import { decideAccess } from './decide-access.js';

/**
 * The executable schema: every root field behind its rule, every mutation with loaders of its own.
 * @param forgetSessions called after each mutation
 */
export const buildApi = (
  resolvers: readonly object[],
  topics: Topics,
  forgetSessions: () => void,
): GraphQLSchema =>
  enforceAccess<ViewerContext>(
    forgetBetweenMutations(buildSchema(resolvers, topics), forgetSessions),
    decideAccess,
  );
