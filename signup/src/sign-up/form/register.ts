import type { Context } from '../../context.js';
import { isCaptchaFault } from '../../fault.js';
import type { SignUpField } from '../../page-config.js';
import { RESEND_PAUSE_MS } from '../../resend.js';
import type { SignUpEvent } from '../../state.js';
import { withoutSecrets } from '../../visit.js';
import { findConsentFaults, toConsents, toFaults, withCurrent } from '../legal/consents.js';
import type { CaptchaGate } from '../captcha/captcha-gate.js';
import { validateForm } from './validate.js';

/** Sends of one submit: with the held token, with a new one, with a proof of work beside it. */
const MAX_SENDS = 3;

/** Makes the submit of the sign-up form. */
export function createRegister({ store, config, api, now }: Context, captcha: CaptchaGate) {
  const fields = config.page?.signUpFields ?? [];

  async function send(sends = 1): Promise<SignUpEvent> {
    const state = store.state();
    const { values, locale } = state;
    const proof = await captcha.proof();
    if ('code' in proof) return { type: 'faulted', faults: [proof] };
    const { accepted, userErrors } = await api.register({
      ...toInput(fields, values),
      ...proof,
      inviteCode: config.page?.inviteOnly ? values['inviteCode']?.trim() : undefined,
      locale,
      consents: toConsents(state),
    });
    if (accepted) {
      captcha.reset();
      const resendAt = now() + RESEND_PAUSE_MS;
      return { type: 'registered', values: withoutSecrets(values, fields), resendAt };
    }
    const faults = toFaults(userErrors);
    if (faults.some(({ code }) => code === 'DISABLED')) {
      return { type: 'failed', problem: { kind: 'closed' } };
    }
    const mayPass = await captcha.settle(faults);
    if (mayPass && faults.every(isCaptchaFault) && sends < MAX_SENDS) return send(sends + 1);
    return { type: 'faulted', faults, documents: withCurrent(state.documents, userErrors) };
  }

  return async function register(): Promise<void> {
    const state = store.state();
    const faults = config.page
      ? [...validateForm(config.page, state.values), ...findConsentFaults(state)]
      : [];
    if (faults.length > 0) store.dispatch({ type: 'faulted', faults });
    else await store.attempt(() => send());
  };
}

/** The values as the API takes them: texts trimmed, empty ones and the repeated password left out. */
function toInput(fields: SignUpField[], values: Record<string, string>) {
  const input: Record<string, unknown> = {};
  const customFields: { key: string; value: string }[] = [];
  for (const { name, key, kind, isCustom } of fields) {
    const typed = values[name] ?? '';
    const value = kind === 'PASSWORD' ? typed : typed.trim();
    if (!value || kind === 'PASSWORD_REPEAT') continue;
    if (isCustom) customFields.push({ key, value });
    else input[key] = value;
  }
  return { ...input, customFields };
}
