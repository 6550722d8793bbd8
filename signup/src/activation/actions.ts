import { activate } from '../activate.js';
import type { Actions } from '../actions.js';
import type { ActivateInput } from '../api/operations.js';
import type { Context } from '../context.js';
import { toFault } from '../fault.js';
import type { SignUpEvent } from '../state.js';

/** What a person can do with a mailed link. */
export function createActivationActions(context: Context, actions: Actions) {
  const { store, api, visit } = context;

  async function useLink(input: Omit<ActivateInput, 'secret'>): Promise<SignUpEvent> {
    const event = await activate(context, { secret: visit.secret() ?? '', ...input });
    if (event.type !== 'faulted') return event;
    const codes = event.faults.map(({ code }) => code);
    if (codes.includes('LINK_NOT_GOOD')) return linkNotGood();
    const asked = codes.includes('PASSWORD_REQUIRED') && !input.password;
    return asked ? { type: 'went', screen: 'activate-with-password' } : event;
  }

  async function endRegistration(email: string): Promise<SignUpEvent> {
    const secret = visit.secret() ?? '';
    const { ended, userErrors } = await api.disownRegistration({ secret, email });
    const faults = userErrors.map(toFault);
    if (faults.some(({ code }) => code === 'LINK_NOT_GOOD')) return linkNotGood();
    if (!ended) return { type: 'faulted', faults };
    visit.end();
    return { type: 'went', screen: 'disowned' };
  }

  function linkNotGood(): SignUpEvent {
    visit.end();
    return { type: 'went', screen: 'link-not-good' };
  }

  function askFor(field: string) {
    store.dispatch({ type: 'faulted', faults: [{ field, code: 'REQUIRED' }] });
  }

  return {
    ...actions,
    activateByLink: () => store.attempt(() => useLink({})),
    async activateByPassword() {
      const { password } = store.state().values;
      if (!password) return askFor('password');
      await store.attempt(() => useLink({ password }));
    },
    openDisown() {
      // The address has to be typed: a robot that presses every button knows none.
      actions.edit('email', '');
      store.dispatch({ type: 'went', screen: 'disown' });
    },
    closeDisown: () => store.dispatch({ type: 'went', screen: 'activate' }),
    async disown() {
      const email = store.state().values['email']?.trim();
      if (!email) return askFor('email');
      await store.attempt(() => endRegistration(email));
    },
  };
}

export type ActivationActions = ReturnType<typeof createActivationActions>;
