import { describe, expect, it } from 'vitest';
import { neededOperation, offeredActions } from './user-actions';

describe('actions on a user', () => {
  it.each([
    ['INVITED', ['resend', 'link', 'changeOwner', 'disable', 'delete']],
    ['ACTIVE', ['sendReset', 'endSessions', 'signInAs', 'changeOwner', 'disable', 'delete']],
    [
      'LOCKED',
      ['unlock', 'sendReset', 'endSessions', 'signInAs', 'changeOwner', 'disable', 'delete'],
    ],
    ['DISABLED', ['enable', 'changeOwner', 'delete']],
  ] as const)('fit the state %s', (state, actions) => {
    expect(offeredActions(state, false)).toEqual(actions);
  });

  it('leave out what nobody does to themselves', () => {
    expect(offeredActions('ACTIVE', true)).toEqual(['sendReset', 'endSessions']);
  });

  it('need the permission that the API asks for', () => {
    expect(neededOperation('delete')).toBe('DELETE');
    expect(neededOperation('signInAs')).toBe('IMPERSONATE');
    expect(neededOperation('changeOwner')).toBe('CHANGE_OWNER');
    expect(neededOperation('unlock')).toBe('WRITE');
  });
});
