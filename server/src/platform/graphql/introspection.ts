import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, Kind, visit, type DocumentNode } from 'graphql';
import { refusedRequest } from './refused-request.js';

const asksForSchema = (document: DocumentNode): boolean => {
  let found = false;
  visit(document, {
    [Kind.FIELD](node) {
      found = node.name.value === '__schema' || node.name.value === '__type';
      return found ? BREAK : undefined;
    },
  });
  return found;
};

/** Introspection tells the whole schema: for callers who may know it. */
export const introspectionPlugin = <Context extends object>(
  mayIntrospect: (context: Context) => boolean,
): ApolloServerPlugin<Context> => {
  /** Apollo Server hands over the same document for the same text. */
  const known = new WeakMap<DocumentNode, boolean>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, contextValue }) {
          if (mayIntrospect(contextValue)) return Promise.resolve();
          const asks = known.get(document) ?? asksForSchema(document);
          known.set(document, asks);
          if (asks) throw refusedRequest('UNAUTHENTICATED', 'Sign in to see the schema.');
          return Promise.resolve();
        },
      }),
  };
};
