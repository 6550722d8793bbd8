import { notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import type { SelfRegistration } from './self-registration.js';

/** @throws NOT_FOUND */
export const createFindSelfRegistration =
  (repository: Pick<SelfRegistrationRepository, 'find'>) =>
  async (tx: Tx, id: string): Promise<SelfRegistration> => {
    const page = isId(id) ? await repository.find(tx, id) : null;
    if (!page) throw notFound('self-registration');
    return page;
  };

export type FindSelfRegistration = ReturnType<typeof createFindSelfRegistration>;
