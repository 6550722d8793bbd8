import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import type { Customer, CustomerFields } from './customer.js';
import { noAddress, type PostalAddress } from './postal-address.js';
import type { CustomerRepository } from './customer-repository.js';

export interface NewCustomer extends CustomerFields, Partial<PostalAddress> {
  readonly parentId: string | null;
}

/**
 * Makes a customer, without groups. Whether it may be made is decided before, and the audit entry
 * is the caller's.
 * @param customer a title of 1 to 510 code points
 * @returns null when the parent was deleted meanwhile: the transaction can't go on
 */
export type CreateCustomer = (tx: Tx, customer: NewCustomer) => Promise<Customer | null>;

export const createCreateCustomer =
  (repository: Pick<CustomerRepository, 'insert'>, clock: Clock): CreateCustomer =>
  async (tx, given) => {
    const customer: Customer = { ...noAddress, ...given, id: newId(), createdAt: clock.now() };
    return (await repository.insert(tx, customer)) ? customer : null;
  };
