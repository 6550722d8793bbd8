import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What a person can't mend in a form: the top-level error codes of the API, and the network. */
export type ProblemCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'OVERLOADED'
  | 'BAD_USER_INPUT'
  | 'CONSENT_REQUIRED'
  | 'INTERNAL_SERVER_ERROR'
  | 'OFFLINE';

export interface Problem {
  code: ProblemCode;
  /** Seconds until it makes sense to try again; only with RATE_LIMITED and OVERLOADED. */
  retryAfter?: number;
}

const KNOWN = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'OVERLOADED',
  'BAD_USER_INPUT',
  'CONSENT_REQUIRED',
]);

export function toProblem(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions;
    const code = String(extensions?.code);
    if (!KNOWN.has(code)) return { code: 'INTERNAL_SERVER_ERROR' };
    const seconds = extensions?.retryAfter;
    return {
      code: code as ProblemCode,
      ...(typeof seconds === 'number' ? { retryAfter: Math.ceil(seconds) } : {}),
    };
  }
  if (ServerError.is(error)) {
    if (error.statusCode === 429) return { code: 'RATE_LIMITED' };
    return { code: error.statusCode === 503 ? 'OVERLOADED' : 'INTERNAL_SERVER_ERROR' };
  }
  return { code: error instanceof TypeError ? 'OFFLINE' : 'INTERNAL_SERVER_ERROR' };
}
