import type { Context } from './context.js';
import { isEmail } from './email.js';
import { toFault } from './fault.js';

/** Between two mails to one address, as the server's budget has it. */
export const RESEND_PAUSE_MS = 60_000;

/** Sends the mail again, to the address that was typed. */
export async function resend({ store, api, now }: Context): Promise<void> {
  const { values, locale, resendAt } = store.state();
  const email = (values['email'] ?? '').trim();
  if (now() < resendAt) return;
  if (!isEmail(email)) {
    const code = email ? 'INVALID_EMAIL' : 'REQUIRED';
    return store.dispatch({ type: 'faulted', faults: [{ field: 'email', code }] });
  }
  await store.attempt(async () => {
    const { accepted, userErrors } = await api.resendActivation({ email, locale });
    return accepted
      ? { type: 'resent', resendAt: now() + RESEND_PAUSE_MS }
      : { type: 'faulted', faults: userErrors.map(toFault) };
  });
}
