import type { RecordAudit } from '../audit/index.js';
import type { QueueMail } from '../mail/index.js';
import type { Notify } from '../notifications/index.js';
import type { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/transaction.js';
import type { OpenRegistration } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';
import type { SelfRegistration } from './self-registration.js';

interface Deps {
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly isAddressInUse: (tx: Tx, emailKey: string) => Promise<boolean>;
  readonly queueMail: QueueMail;
  readonly recordAudit: RecordAudit;
  readonly notify: Notify;
}

/** Whether an administrator decides; after the page's deletion as it was last saved. */
export const needsApproval = (
  registration: OpenRegistration,
  page: SelfRegistration | null,
): boolean =>
  registration.state === 'WAITING' ||
  ((page ?? registration.savedGrants)?.requiresApproval ?? false);

/**
 * Lets a registration whose address is proven wait for an administrator (product, step 7). Whoever
 * confirms the same one again still waits, and nobody is told twice.
 * @returns whether it waits now
 */
export const createConfirmAddress =
  (deps: Deps) =>
  async (
    tx: Tx,
    registration: OpenRegistration,
    page: SelfRegistration | null,
    ip: string,
  ): Promise<boolean> => {
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
    if (page) await deps.notify(tx, { event: 'USER_WAITING', page, registration });
    return true;
  };

export type ConfirmAddress = ReturnType<typeof createConfirmAddress>;
