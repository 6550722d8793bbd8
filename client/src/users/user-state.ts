import type { UserState } from '../generated/graphql';

export const USER_STATES: readonly UserState[] = ['ACTIVE', 'INVITED', 'LOCKED', 'DISABLED'];

export const USER_STATE_TONE = {
  ACTIVE: 'success',
  INVITED: 'neutral',
  LOCKED: 'warning',
  DISABLED: 'danger',
} as const satisfies Record<UserState, string>;
