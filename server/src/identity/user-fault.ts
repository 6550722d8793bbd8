import { argumentFault, failWith } from '../platform/input-fault.js';

/** Why something could not be done with a user. */
export type UserErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_EMAIL'
  | 'INVALID_TEXT'
  | 'INVALID_PHONE'
  | 'EMAIL_UNAVAILABLE'
  | 'NOT_ALLOWED'
  | 'GRANT_EXCEEDS_OWN'
  | 'WRONG_STATE'
  | 'NOT_FOUND';

/** The action does not fit the state that the user is in. */
export const wrongState = (advice: string) => failWith(argumentFault('id', 'WRONG_STATE', advice));

/** Nobody may do this with this user, whatever their roles. */
export const notAllowed = (advice: string) => failWith(argumentFault('id', 'NOT_ALLOWED', advice));
