import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { RequestFailure } from '../failures.js';
import type { Log } from '../log/log.js';
import { withoutValues } from './without-values.js';

/** Codes of Apollo Server that mean «the request was not well formed». */
const badRequestCodes = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What a resolver, or what stands before all of them, threw. */
const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? error.originalError : error;

/** Errors carry no variables, SQL or stack; what is unexpected is logged and answered neutrally. */
export const formatError =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error);
    const path = formatted.path ? { path: formatted.path } : {};
    if (cause instanceof RequestFailure) {
      const retryAfter = cause.retryAfter === undefined ? {} : { retryAfter: cause.retryAfter };
      return { message: cause.message, ...path, extensions: { code: cause.code, ...retryAfter } };
    }
    const code = formatted.extensions?.['code'];
    if (cause instanceof GraphQLError && typeof code === 'string' && badRequestCodes.has(code)) {
      return {
        message: withoutValues(formatted.message),
        ...path,
        extensions: { code: 'BAD_USER_INPUT' },
      };
    }
    log.error({ err: cause, path: formatted.path }, 'a request failed unexpectedly');
    return {
      message:
        'Something went wrong on our side. Try again; if it stays, tell the operator the time.',
      ...path,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
