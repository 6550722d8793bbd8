import { expect, it } from 'vitest';
import { createActions } from '../actions.js';
import { makeContext, userError } from '../test-context.js';
import { createSignUpActions } from './actions.js';

function makeMailCheck(code: string) {
  const made = makeContext({ screen: 'check-mail', values: { email: 'anna@example.com', code } });
  return { ...made, actions: createSignUpActions(made.context, createActions(made.context)) };
}

it('activates by the code', async () => {
  const { actions, api, leave } = makeMailCheck('012345');
  api.activate.mockResolvedValue({
    activated: true,
    waiting: false,
    redirectTo: '/home',
    userErrors: [],
  });
  await actions.activateByCode();
  expect(api.activate).toHaveBeenCalledExactlyOnceWith({ code: '012345' });
  expect(leave).toHaveBeenCalledExactlyOnceWith('/home');
});

it('sends no half code', async () => {
  const { actions, api, store } = makeMailCheck('0123');
  await actions.activateByCode();
  expect(api.activate).not.toHaveBeenCalled();
  expect(store.state().faults).toEqual([{ field: 'code', code: 'CODE_INCOMPLETE' }]);
});

it('puts whatever is wrong at the code', async () => {
  const { actions, api, store } = makeMailCheck('012345');
  const userErrors = [userError('secret', 'CODE_NOT_GOOD')];
  api.activate.mockResolvedValue({
    activated: false,
    waiting: false,
    redirectTo: null,
    userErrors,
  });
  await actions.activateByCode();
  expect(store.state().faults).toMatchObject([{ field: 'code', code: 'CODE_NOT_GOOD' }]);
});
