import type { Operation, UserState } from '../generated/graphql';

/** What an administrator can do with a user, in the order of the menu. */
export const USER_ACTIONS = [
  'resend',
  'link',
  'enable',
  'unlock',
  'sendReset',
  'endSessions',
  'signInAs',
  'changeOwner',
  'disable',
  'delete',
] as const;

export type UserAction = (typeof USER_ACTIONS)[number];

/** The states in which an action makes sense; others don't offer it. */
const STATES: Record<UserAction, readonly UserState[]> = {
  resend: ['INVITED'],
  link: ['INVITED'],
  enable: ['DISABLED'],
  unlock: ['LOCKED'],
  sendReset: ['ACTIVE', 'LOCKED'],
  endSessions: ['ACTIVE', 'LOCKED'],
  signInAs: ['ACTIVE', 'LOCKED'],
  changeOwner: ['INVITED', 'ACTIVE', 'LOCKED', 'DISABLED'],
  disable: ['INVITED', 'ACTIVE', 'LOCKED'],
  delete: ['INVITED', 'ACTIVE', 'LOCKED', 'DISABLED'],
};

/** Actions that nobody does to themselves. */
const NEVER_ONESELF: ReadonlySet<UserAction> = new Set([
  'signInAs',
  'changeOwner',
  'disable',
  'delete',
]);

const OPERATIONS: Partial<Record<UserAction, Operation>> = {
  signInAs: 'IMPERSONATE',
  changeOwner: 'CHANGE_OWNER',
  delete: 'DELETE',
};

export function neededOperation(action: UserAction): Operation {
  return OPERATIONS[action] ?? 'WRITE';
}

export function offeredActions(state: UserState, isOneself: boolean): readonly UserAction[] {
  return USER_ACTIONS.filter(
    (action) => STATES[action].includes(state) && !(isOneself && NEVER_ONESELF.has(action)),
  );
}
