import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, visit } from 'graphql';
import { refusedRequest } from './refused-request.js';

/** Introspection tells the whole schema: for callers who may know it. */
export const introspectionPlugin = <Context extends object>(
  mayIntrospect: (context: Context) => boolean,
): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, contextValue }) {
        if (mayIntrospect(contextValue)) return Promise.resolve();
        visit(document, {
          [Kind.FIELD](node) {
            if (node.name.value === '__schema' || node.name.value === '__type') {
              throw refusedRequest('UNAUTHENTICATED', 'Sign in to see the schema.');
            }
          },
        });
        return Promise.resolve();
      },
    }),
});
