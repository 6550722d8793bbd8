import type { GraphQLSchema } from 'graphql';
import type { ViewerContext } from '../access/index.js';
import { enforceAccess } from '../platform/graphql/allow.js';
import { buildSchema } from '../platform/graphql/build-schema.js';
import { decideAccess } from './decide-access.js';

/** The executable schema: every root field behind its rule. */
export const buildApi = (resolvers: readonly object[]): GraphQLSchema =>
  enforceAccess<ViewerContext>(buildSchema(resolvers), decideAccess);
