import type { BaseAddress } from '../domains/index.js';
import type { MailComposer } from '../mail/index.js';
import type { SiteName } from './site-name.js';

/** Tells a person that their password changed, and what to do if it wasn't them. */
export const createPasswordWasResetComposer = (
  siteName: SiteName,
  baseAddressOf: BaseAddress,
): MailComposer => ({
  async prepare(_tx, message) {
    const host = message.variables['host'] ?? '';
    return {
      send: {
        template: 'password-was-reset',
        variables: {
          tenantName: await siteName(host),
          host,
          forgotPasswordUrl: `${baseAddressOf(host)}/forgot-password`,
        },
        secrets: {},
      },
    };
  },
});
