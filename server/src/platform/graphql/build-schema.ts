import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { describeRecurring } from './recurring-descriptions.js';
import type { Topics } from './topics.js';

/**
 * One schema from the slices' resolvers, which are made by hand.
 * The model validates input, not type-graphql: its errors echo the whole input, passwords too.
 */
export const buildSchema = (resolvers: readonly object[], topics: Topics): GraphQLSchema => {
  const byClass = new Map<unknown, object>(
    resolvers.map((resolver) => [resolver.constructor, resolver]),
  );
  const schema = buildSchemaSync({
    resolvers: [...byClass.keys()] as unknown as NonEmptyArray<new () => object>,
    container: {
      get: (resolverClass) => {
        const made = byClass.get(resolverClass);
        if (!made) throw new Error(`No instance of ${String(resolverClass)} was given.`);
        return made;
      },
    },
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    pubSub: topics,
    validate: false,
  });
  describeRecurring(schema);
  return schema;
};
