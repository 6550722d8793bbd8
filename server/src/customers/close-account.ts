import type { Tx } from '../platform/transaction.js';
import type { CustomerRepository } from './customer-repository.js';

interface Deps {
  readonly repository: CustomerRepository;
  readonly deleteUser: (tx: Tx, userId: string) => Promise<void>;
}

/**
 * A person leaves. Nobody looks after the customer of the last one: it goes, too, with what it
 * owns, unless others' customers stand below it.
 */
export const createCloseAccount =
  ({ repository, deleteUser }: Deps) =>
  async (
    tx: Tx,
    { user }: { readonly user: { readonly id: string; readonly customerId: string | null } },
  ): Promise<'closed' | 'has-customers'> => {
    const { id, customerId } = user;
    if (customerId && (await repository.countUsers(tx, customerId)) === 1) {
      const { subCustomers } = await repository.contents(tx, customerId);
      if (subCustomers > 0) return 'has-customers';
      await repository.delete(tx, customerId);
    } else {
      await deleteUser(tx, id);
    }
    return 'closed';
  };
