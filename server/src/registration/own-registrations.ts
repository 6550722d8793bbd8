import type { Transact, Tx } from '../platform/transaction.js';
import type { Registration } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly registrations: RegistrationRepository;
}

/** What a registration says to the registrant; the rest belongs to the page. */
const toOwn = (registration: Registration) => {
  const { selfRegistrationId: _page, savedGrants: _grants, emailKey: _key, ...rest } = registration;
  const { decidedBy: _administrator, ...own } = rest;
  return own;
};

/** A person's own sign-ups, for their file and for the end of their account. */
export const createOwnRegistrations = ({ transact, registrations }: Deps) => ({
  readOwn: async ({
    user,
  }: {
    readonly user: { readonly id: string; readonly tenantId: string };
  }) => ({
    registrations: (await transact(user.tenantId, (tx) => registrations.ofUser(tx, user.id))).map(
      toOwn,
    ),
  }),

  /** Their mails go with them. */
  forget: (tx: Tx, { user }: { readonly user: { readonly id: string } }): Promise<void> =>
    registrations.deleteOfUser(tx, user.id),
});
