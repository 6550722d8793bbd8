import { describe, expect, it } from 'vitest';
import { createActions } from '../actions.js';
import { makeContext } from '../test-context.js';
import { createSignUpActions } from './actions.js';
import { meetVisitor } from './signed-in.js';

describe('who is signed in already', () => {
  it('is told as whom', async () => {
    const { context, api, store } = makeContext();
    api.signedInAs.mockResolvedValue('Ada Lovelace');
    await meetVisitor(context);
    expect(store.state().signedInAs).toBe('Ada Lovelace');
  });

  it.each([
    ['a stranger', () => Promise.resolve(null)],
    ['whom the server does not answer', () => Promise.reject(new Error('offline'))],
  ])('is nobody for %s, who sees the form alone', async (_who, answer) => {
    const { context, api, store } = makeContext();
    api.signedInAs.mockImplementation(answer);
    await meetVisitor(context);
    expect(store.state()).toMatchObject({ signedInAs: null, problem: null });
  });

  it('signs out here and stays on the form, with what was typed', async () => {
    const values = { firstName: 'Anna' };
    const { context, api, store } = makeContext({ signedInAs: 'Ada', values });
    api.signOut.mockResolvedValue();
    await createSignUpActions(context, createActions(context)).signOut();
    expect(api.signOut).toHaveBeenCalledOnce();
    expect(store.state()).toMatchObject({ signedInAs: null, working: false, values });
  });
});
