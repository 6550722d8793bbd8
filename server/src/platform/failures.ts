/**
 * What a person can't mend at a field. Thrown anywhere, shown as a top-level GraphQL error
 * whose `extensions.code` is the `code` below. Codes are append-only.
 */
export class RequestFailure extends Error {
  constructor(
    readonly code:
      | 'UNAUTHENTICATED'
      | 'FORBIDDEN'
      | 'NOT_FOUND'
      | 'RATE_LIMITED'
      | 'OVERLOADED'
      | 'BAD_USER_INPUT'
      | 'CONSENT_REQUIRED',
    message: string,
    /** Seconds until a new try makes sense; RATE_LIMITED and OVERLOADED only. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'RequestFailure';
  }
}

export const notFound = (what: string): RequestFailure =>
  new RequestFailure('NOT_FOUND', `This ${what} does not exist, or you may not see it.`);

/** @param permission e.g. `DEVICE:WRITE`, named so that the person knows whom to ask for what. */
export const forbidden = (permission: string): RequestFailure =>
  new RequestFailure('FORBIDDEN', `This needs the permission ${permission}.`);

export const unauthenticated = (): RequestFailure =>
  new RequestFailure('UNAUTHENTICATED', 'Sign in first.');

export const ownerOnly = (): RequestFailure =>
  new RequestFailure('FORBIDDEN', 'Only the person themselves may do this.');

export const personOnly = (): RequestFailure =>
  new RequestFailure('FORBIDDEN', 'An API key can not do this: sign in as a person.');

export const consentRequired = (): RequestFailure =>
  new RequestFailure(
    'CONSENT_REQUIRED',
    'Accept the legal texts that `myOpenConsents` lists first.',
  );

export const badUserInput = (message: string): RequestFailure =>
  new RequestFailure('BAD_USER_INPUT', message);

export const rateLimited = (retryAfter: number): RequestFailure =>
  new RequestFailure(
    'RATE_LIMITED',
    `Too many attempts. Try again in ${retryAfter} s.`,
    retryAfter,
  );

export const overloaded = (retryAfter: number): RequestFailure =>
  new RequestFailure('OVERLOADED', 'The server is busy. Try again shortly.', retryAfter);
