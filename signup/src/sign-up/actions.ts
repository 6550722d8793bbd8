import { activate } from '../activate.js';
import type { Actions } from '../actions.js';
import type { Context } from '../context.js';
import { NO_CAPTCHA } from '../page-config.js';
import type { SignUpEvent } from '../state.js';
import { createCaptchaGate } from './captcha/captcha-gate.js';
import { createRegister } from './form/register.js';
import { createConsentActions } from './legal/consent-actions.js';

/** Digits of the mailed code. */
export const CODE_LENGTH = 6;

/** What a person can do between the empty form and the mailed code. */
export function createSignUpActions(context: Context, actions: Actions) {
  const { store, api, config } = context;
  const captcha = createCaptchaGate({
    settings: config.page?.captcha ?? NO_CAPTCHA,
    slot: () => document.getElementById('captcha-slot'),
    challenge: api.captchaChallenge,
    locale: () => store.state().locale,
    onStatus: (status) => store.dispatch({ type: 'captcha-changed', status }),
  });

  /** Whatever is wrong, the code is the only thing here that can be mended. */
  async function useCode(code: string): Promise<SignUpEvent> {
    const event = await activate(context, { code });
    if (event.type !== 'faulted') return event;
    return { ...event, faults: event.faults.map((fault) => ({ ...fault, field: 'code' })) };
  }

  return {
    ...actions,
    ...createConsentActions(context),
    register: createRegister(context, captcha),
    async activateByCode() {
      const { code = '' } = store.state().values;
      if (code.length === CODE_LENGTH) return store.attempt(() => useCode(code));
      const faults = [{ field: 'code', code: 'CODE_INCOMPLETE' }];
      store.dispatch({ type: 'faulted', faults });
    },
    signOut: () =>
      store.attempt(async () => {
        await api.signOut();
        return { type: 'met', signedInAs: null };
      }),
    changeAddress: () => store.dispatch({ type: 'address-changing' }),
    /** The form is in use: now the captcha may be loaded, from another host if need be. */
    useForm() {
      if (store.state().captcha === 'idle') void captcha.start();
    },
    retryCaptcha: () => void captcha.start(),
  };
}

export type SignUpActions = ReturnType<typeof createSignUpActions>;
