import type { BaseAddress } from '../domains/index.js';
import type { MailComposer } from '../mail/index.js';

/** Tells a person that their password changed, and what to do if it wasn't them. */
export const createPasswordWasResetComposer = (
  baseAddressOf: BaseAddress,
): MailComposer<'password-was-reset'> => ({
  prepare: (_tx, message) => {
    const host = message.variables['host'] ?? '';
    const forgotPasswordUrl = `${baseAddressOf(host)}/forgot-password`;
    return Promise.resolve({ send: { variables: { host, forgotPasswordUrl }, secrets: {} } });
  },
});
