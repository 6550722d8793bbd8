import type { Ownership } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
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
}

export const createCustomers = ({ database, clock, recordAudit, ownership }: Deps) => {
  const createCustomer = createCreateCustomer(customerRows, clock);
  const manageCustomers = createManageCustomers({
    transact: database.transact,
    recordAudit,
    ownership,
    repository: customerRows,
    createCustomer,
  });
  const loadCustomer = createLoadCustomer(manageCustomers);
  return {
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
