import { describe, expect, it } from 'vitest';
import { createActions } from '../actions.js';
import { makeContext, userError } from '../test-context.js';
import { createActivationActions } from './actions.js';

function makeActivation(secret: string | null = 's3cret') {
  const made = makeContext({ screen: 'activate' });
  if (secret) made.context.visit.keepSecret(secret);
  const actions = createActivationActions(made.context, createActions(made.context));
  return { ...made, actions, visit: made.context.visit };
}

const refused = (name: string, code: string) => ({
  activated: false,
  waiting: false,
  redirectTo: null,
  userErrors: [userError(name, code)],
});

describe('the mailed link', () => {
  it('activates, forgets its secret and goes where the server says', async () => {
    const { actions, api, leave, visit, store } = makeActivation();
    api.activate.mockResolvedValue({
      activated: true,
      waiting: false,
      redirectTo: '/home',
      userErrors: [],
    });
    await actions.activateByLink();
    expect(api.activate).toHaveBeenCalledExactlyOnceWith({ secret: 's3cret' });
    expect(leave).toHaveBeenCalledExactlyOnceWith('/home');
    expect(visit.secret()).toBeNull();
    expect(store.state().working).toBe(true);
  });

  it('goes to the sign-in when the server names no place', async () => {
    const { actions, api, leave, context } = makeActivation();
    api.activate.mockResolvedValue({
      activated: true,
      waiting: false,
      redirectTo: null,
      userErrors: [],
    });
    await actions.activateByLink();
    expect(leave).toHaveBeenCalledExactlyOnceWith(context.config.signInUrl);
  });

  it('says that somebody decides, and goes on saying so after a reload', async () => {
    const { actions, api, store, visit } = makeActivation();
    api.activate.mockResolvedValue({ ...refused('', ''), userErrors: [], waiting: true });
    await actions.activateByLink();
    expect(store.state()).toMatchObject({ screen: 'waiting', working: false });
    visit.keepDraft(store.state(), []);
    expect(visit.draft()?.screen).toBe('waiting');
    visit.keepSecret('another link');
    expect(visit.draft()).toBeNull();
  });

  it('that is no longer good has a page of its own', async () => {
    const { actions, api, store, visit } = makeActivation();
    api.activate.mockResolvedValue(refused('secret', 'LINK_NOT_GOOD'));
    await actions.activateByLink();
    expect(store.state().screen).toBe('link-not-good');
    expect(visit.secret()).toBeNull();
  });
});

describe('in another browser', () => {
  it('asks for the password, and tells of a wrong one at the field', async () => {
    const { actions, api, store } = makeActivation();
    api.activate.mockResolvedValue(refused('password', 'PASSWORD_REQUIRED'));
    await actions.activateByLink();
    expect(store.state()).toMatchObject({ screen: 'activate-with-password', faults: [] });

    actions.edit('password', 'wrong');
    api.activate.mockResolvedValue(refused('password', 'PASSWORD_WRONG'));
    await actions.activateByPassword();
    expect(api.activate).toHaveBeenLastCalledWith({ secret: 's3cret', password: 'wrong' });
    expect(store.state().faults).toMatchObject([{ field: 'password', code: 'PASSWORD_WRONG' }]);
  });

  it('sends no empty password', async () => {
    const { actions, api, store } = makeActivation();
    await actions.activateByPassword();
    expect(api.activate).not.toHaveBeenCalled();
    expect(store.state().faults).toEqual([{ field: 'password', code: 'REQUIRED' }]);
  });
});

describe('"This wasn’t me"', () => {
  it('ends nothing for a robot that presses every button', async () => {
    const { actions, api, store } = makeActivation();
    actions.edit('email', 'left@over.example');
    actions.openDisown();
    await actions.disown();
    expect(store.state().faults).toEqual([{ field: 'email', code: 'REQUIRED' }]);
    expect(api.disownRegistration).not.toHaveBeenCalled();
  });

  it('ends the registration for who types the address', async () => {
    const { actions, api, store, visit } = makeActivation();
    actions.openDisown();
    actions.edit('email', ' anna@example.com ');
    api.disownRegistration.mockResolvedValue({ ended: true, userErrors: [] });
    await actions.disown();
    const input = { secret: 's3cret', email: 'anna@example.com' };
    expect(api.disownRegistration).toHaveBeenCalledExactlyOnceWith(input);
    expect(store.state().screen).toBe('disowned');
    expect(visit.secret()).toBeNull();
  });

  it('says that another address is meant', async () => {
    const { actions, api, store } = makeActivation();
    actions.openDisown();
    actions.edit('email', 'other@example.com');
    const userErrors = [userError('email', 'EMAIL_DIFFERS')];
    api.disownRegistration.mockResolvedValue({ ended: false, userErrors });
    await actions.disown();
    expect(store.state()).toMatchObject({ screen: 'disown', faults: [{ code: 'EMAIL_DIFFERS' }] });
  });
});
