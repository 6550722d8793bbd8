import { argumentFault, failWith, inputFault } from '../platform/input-fault.js';

/** Why something could not be done with a tenant. */
export type TenantErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'INVALID_EMAIL'
  | 'NAME_TAKEN'
  | 'EMAIL_UNAVAILABLE'
  | 'WRONG_STATE';

export const nameTaken = () =>
  failWith(inputFault('name', 'NAME_TAKEN', 'Another tenant has this name: choose another one.'));

export const wrongTenantState = (advice: string) =>
  failWith(argumentFault('id', 'WRONG_STATE', advice));
