import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import { refusedRequest } from './refused-request.js';
import type { RequestContext } from './request-context.js';

/**
 * Lets a large request do nothing but what takes a file.
 * @param fileOperations names of root fields
 */
export const largeBodyPlugin = <Context extends RequestContext>(
  fileOperations: readonly string[],
): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation, contextValue }) {
        const isFileOnly = operation?.selectionSet.selections.every(
          (field) => field.kind === Kind.FIELD && fileOperations.includes(field.name.value),
        );
        if (contextValue.http.hasLargeBody && !isFileOnly) {
          const names = fileOperations.join(' and ');
          throw refusedRequest('BAD_USER_INPUT', `Only ${names} take requests of this size.`);
        }
        return Promise.resolve();
      },
    }),
});
