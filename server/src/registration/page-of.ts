import type { Tx } from '../platform/transaction.js';
import type { Registration } from './registration.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import type { SelfRegistration } from './self-registration.js';

/** The page as it is now that somebody signed up on; null once it is deleted. */
export const createPageOf =
  (pages: Pick<SelfRegistrationRepository, 'find'>) =>
  async (
    tx: Tx,
    { selfRegistrationId }: Pick<Registration, 'selfRegistrationId'>,
  ): Promise<SelfRegistration | null> =>
    selfRegistrationId ? pages.find(tx, selfRegistrationId) : null;

export type PageOf = ReturnType<typeof createPageOf>;
