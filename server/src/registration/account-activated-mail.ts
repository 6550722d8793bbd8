import type { BaseAddress } from '../domains/index.js';
import type { MailComposer } from '../mail/index.js';
import type { Tx } from '../platform/transaction.js';
import type { Registration } from './registration.js';

interface Deps {
  readonly registrations: { find(tx: Tx, id: string): Promise<Registration | null> };
  readonly siteName: (host: string) => Promise<string>;
  readonly baseAddressOf: BaseAddress;
}

/** Welcomes a person whose account is ready, and says where to sign in from now on. */
export const createAccountActivatedComposer = ({
  registrations,
  siteName,
  baseAddressOf,
}: Deps): MailComposer<'account-activated'> => ({
  async prepare(tx, { registrationId }) {
    const registration = registrationId && (await registrations.find(tx, registrationId));
    if (!registration) return { skip: 'The registration was deleted.' };
    const { host, firstName } = registration;
    return {
      send: {
        variables: {
          tenantName: await siteName(host),
          host,
          name: firstName,
          signInUrl: `${baseAddressOf(host)}/sign-in`,
        },
        secrets: {},
      },
    };
  },
});
