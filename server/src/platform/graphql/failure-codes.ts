import type { RequestFailure } from '../failures.js';

/** Every `extensions.code` of the API. What Apollo Server words otherwise is put under these. */
export type FailureCode = RequestFailure['code'] | 'INTERNAL_SERVER_ERROR';

/** What each means, for who reads it in an answer. */
export const failureCodes: Readonly<Record<FailureCode, string>> = {
  BAD_USER_INPUT: 'The request is not well formed, or asks for too much. Nothing was done.',
  CONSENT_REQUIRED:
    'Legal texts wait to be accepted: see `myOpenConsents`. Until then little else may be called.',
  FORBIDDEN: 'The permission that the message names is missing, or the origin may not call.',
  INTERNAL_SERVER_ERROR: 'A fault of the server; it is in its log. Try again.',
  NOT_FOUND: 'It does not exist, or the viewer may not see it; nothing tells which.',
  OVERLOADED: 'Too much to do just now (503). Try again after `extensions.retryAfter` seconds.',
  RATE_LIMITED: 'Too many attempts. Try again after `extensions.retryAfter` seconds.',
  UNAUTHENTICATED: 'Sign in first: there is no session, or it has ended.',
};
