import { createAccount } from '../account/index.js';
import type { createCustomers } from '../customers/index.js';
import type { Dashboards } from '../dashboards/index.js';
import type { Identity } from '../identity/index.js';
import type { createInventory } from '../inventory/index.js';
import type { Legal } from '../legal/index.js';
import type { createRegistration } from '../registration/index.js';

type AccountDeps = Parameters<typeof createAccount>[0];

type Deps = Pick<AccountDeps, 'database' | 'limits' | 'hasher' | 'recordAudit'> & {
  readonly identity: Identity;
  readonly inventory: ReturnType<typeof createInventory>;
  readonly dashboards: Dashboards;
  readonly legal: Legal;
  readonly customers: ReturnType<typeof createCustomers>;
  readonly registration: ReturnType<typeof createRegistration>;
};

/** What each slice keeps of a person, put together: a new slice that keeps something adds it here. */
export const createOwnAccount = (deps: Deps) => {
  const { identity, inventory, dashboards, legal, customers, registration } = deps;
  return createAccount({
    ...deps,
    findPasswordHash: async (tx, id) =>
      (await identity.users.findCredentials(tx, { id }))?.passwordHash ?? null,
    sources: [
      identity.readOwnAccount,
      registration.ownRegistrations.readOwn,
      async (person) => ({ consents: await legal.ownConsents.list(person) }),
      inventory.readOwnItems,
      dashboards.readOwnDashboards,
    ],
    forget: [registration.ownRegistrations.forget],
    closeAccount: customers.closeAccount,
  });
};
