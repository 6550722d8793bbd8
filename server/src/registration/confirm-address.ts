import type { RecordAudit } from '../audit/index.js';
import type { QueueMail } from '../mail/index.js';
import type { Notify } from '../notifications/index.js';
import type { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/transaction.js';
import type { OpenRegistration } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';

interface Deps {
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly pages: SelfRegistrationRepository;
  readonly isAddressInUse: (tx: Tx, emailKey: string) => Promise<boolean>;
  readonly queueMail: QueueMail;
  readonly recordAudit: RecordAudit;
  readonly notify: Notify;
}

/**
 * Lets a registration whose address is proven wait for an administrator (product, step 7). Whoever
 * confirms the same one again still waits, and nobody is told twice.
 */
export const createConfirmAddress = (deps: Deps) => {
  const pageOf = (tx: Tx, { selfRegistrationId }: OpenRegistration) =>
    selfRegistrationId ? deps.pages.find(tx, selfRegistrationId) : Promise.resolve(null);

  return {
    /** By the page as it is now; after its deletion, as it was last saved. */
    isWanted: async (tx: Tx, registration: OpenRegistration): Promise<boolean> => {
      if (registration.state === 'WAITING') return true;
      const page = await pageOf(tx, registration);
      return (page ?? registration.savedGrants)?.requiresApproval ?? false;
    },

    /** @returns whether it waits now */
    confirm: async (tx: Tx, registration: OpenRegistration, ip: string): Promise<boolean> => {
      const { id, email, emailKey, locale, host } = registration;
      if (await deps.isAddressInUse(tx, emailKey)) return false;
      if (!(await deps.registrations.confirm(tx, registration, deps.clock.now()))) {
        return (await deps.registrations.find(tx, id))?.state === 'WAITING';
      }
      // The owner of the address has chosen this one, with this password.
      await deps.registrations.rejectOthersOf(tx, emailKey, id, 'ANOTHER_CONFIRMED');
      await deps.recordAudit(
        tx,
        { kind: 'REGISTRANT', id: null, name: email, ip },
        {
          action: 'registration.confirmed',
          entityType: 'REGISTRATION',
          entityId: id,
          entityName: email,
        },
      );
      await deps.queueMail(tx, {
        ...{ template: 'waiting-for-approval', to: email, locale },
        ...{ registrationId: id, variables: { host } },
      });
      const page = await pageOf(tx, registration);
      if (page) await deps.notify(tx, { event: 'USER_WAITING', page, registration });
      return true;
    },
  };
};

export type ConfirmAddress = ReturnType<typeof createConfirmAddress>;
