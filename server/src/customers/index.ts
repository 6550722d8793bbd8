import type { Ownership } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import type { Tx } from '../platform/transaction.js';
import { createCloseAccount } from './close-account.js';
import { createCreateCustomer } from './create-customer.js';
import { CustomerResolver } from './graphql/customer.resolver.js';
import { createLoadCustomer } from './graphql/load-customer.js';
import { OwnerCustomerResolver } from './graphql/owner-customer.resolver.js';
import { UserCustomerResolver } from './graphql/user-customer.resolver.js';
import { createManageCustomers } from './manage-customers.js';
import { customerRows } from './postgres/customer-rows.js';

export type { CreateCustomer } from './create-customer.js';
export { CustomerType } from './graphql/customer.type.js';
export type { LoadCustomer } from './graphql/load-customer.js';
export { countryCodes, type PostalAddress } from './postal-address.js';
export type { ManageCustomers } from './manage-customers.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly deleteUser: (tx: Tx, userId: string) => Promise<void>;
}

export const createCustomers = (deps: Deps) => {
  const { database, clock, recordAudit, ownership, deleteUser } = deps;
  const createCustomer = createCreateCustomer(customerRows, clock);
  const manageCustomers = createManageCustomers({
    transact: database.transact,
    recordAudit,
    ownership,
    repository: customerRows,
    createCustomer,
  });
  const closeAccount = createCloseAccount({ repository: customerRows, deleteUser });
  const loadCustomer = createLoadCustomer(manageCustomers);
  return {
    closeAccount,
    createCustomer,
    loadCustomer,
    manageCustomers,
    resolvers: [
      new CustomerResolver(manageCustomers, loadCustomer),
      new OwnerCustomerResolver(loadCustomer),
      new UserCustomerResolver(loadCustomer),
    ],
  };
};
