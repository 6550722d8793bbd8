import { GraphQLError } from 'graphql';
import { RequestFailure } from '../failures.js';

/** Thrown before anything runs; Apollo Server would call it a fault of the server (500). */
export const refusedRequest = (
  code: 'BAD_USER_INPUT' | 'UNAUTHENTICATED',
  message: string,
): GraphQLError =>
  new GraphQLError(message, {
    originalError: new RequestFailure(code, message),
    extensions: { http: { status: code === 'UNAUTHENTICATED' ? 401 : 400 } },
  });
