import type { BaseAddress } from '../domains/index.js';
import type { MailComposer, MailContent } from '../mail/index.js';
import type { Tx } from '../platform/transaction.js';
import type { Registration } from './registration.js';

interface Deps {
  readonly registrations: { find(tx: Tx, id: string): Promise<Registration | null> };
  readonly siteName: (host: string) => Promise<string>;
  readonly baseAddressOf: BaseAddress;
}

const deleted = { skip: 'The registration was deleted.' };

/** What registrants are told where administrators decide (product, step 7). */
export const createDecisionMails = ({ registrations, siteName, baseAddressOf }: Deps) => {
  const load = async (tx: Tx, id: string | null) => (id ? registrations.find(tx, id) : null);

  const placeOf = async ({ host, firstName }: Registration) => ({
    tenantName: await siteName(host),
    host,
    name: firstName,
  });

  const stillWaiting = async (
    registration: Registration,
  ): Promise<{ send: MailContent<'waiting-for-approval'> }> => ({
    send: {
      template: 'waiting-for-approval',
      variables: await placeOf(registration),
      secrets: {},
    },
  });

  const waiting: MailComposer<'waiting-for-approval'> = {
    async prepare(tx, { registrationId }) {
      const registration = await load(tx, registrationId);
      return registration ? stillWaiting(registration) : deleted;
    },
  };

  const approval: MailComposer<'approval'> = {
    async prepare(tx, { registrationId }) {
      const registration = await load(tx, registrationId);
      if (!registration) return deleted;
      const signInUrl = `${baseAddressOf(registration.host)}/sign-in`;
      return {
        send: { variables: { ...(await placeOf(registration)), signInUrl }, secrets: {} },
      };
    },
  };

  const rejection: MailComposer<'rejection'> = {
    async prepare(tx, { registrationId }) {
      const registration = await load(tx, registrationId);
      if (!registration?.rejectionText) return deleted;
      const variables = { ...(await placeOf(registration)), reason: registration.rejectionText };
      return { send: { variables, secrets: {} } };
    },
  };

  return { stillWaiting, waiting, approval, rejection };
};
