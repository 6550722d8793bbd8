import { loadPrincipal } from '../../src/access/index.js';
import { systemClock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import type { Browser, TestApp } from '../harness/app.js';

const password = 'correct horse battery staple';

/** A person with a browser in which they are signed in. */
export interface Person extends Pick<Browser, 'graphql' | 'data'> {
  readonly customerId: string | null;
}

const signIn = async (browser: Browser, email: string): Promise<Browser> => {
  const { signIn: payload } = await browser.data<{ signIn: { userErrors: unknown[] } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
    { input: { email, password } },
  );
  if (payload.userErrors.length > 0) throw new Error(`${email} could not sign in.`);
  return browser;
};

/** A tenant with its domain, its administrator, and customers with one person each. */
export const createSamplePeople = async (app: TestApp, name: string) => {
  const { identity, access, domains, customers, hasher, database } = app.server.slices;
  const host = `${name}.localhost`;
  const email = `admin@${name}.example`;
  const { tenant, administratorId } = await identity.createTenantWithAdministrator(name, {
    email,
    firstName: 'Grace',
    lastName: 'Hopper',
    password,
  });
  const { transact } = database;
  const principal = await transact(tenant.id, (tx) => loadPrincipal(tx, administratorId));
  if (!principal) throw new Error('The administrator is gone.');
  await domains.manageDomains.create(
    { principal, actor: { kind: 'USER', id: administratorId, name: 'Grace Hopper' } },
    { host },
  );
  const passwordHash = await hasher.hash(password);

  return {
    tenantId: tenant.id,
    admin: { ...(await signIn(app.browser(), email)), customerId: null } satisfies Person,

    /** The first person of a new customer, with the default role of this name. */
    async customer(
      personEmail: string,
      roleName: 'Customer Administrator' | 'Customer User' = 'Customer Administrator',
    ): Promise<Person & { readonly customerId: string }> {
      const customerId = await transact(tenant.id, async (tx) => {
        const customer = await customers.createCustomer(tx, {
          title: personEmail,
          email: personEmail,
          parentId: null,
        });
        if (!customer) throw new Error('The customer could not be made.');
        const userId = newId();
        await identity.users.insert(tx, {
          id: userId,
          authority: 'CUSTOMER_USER',
          customerId: customer.id,
          email: personEmail,
          emailKey: personEmail,
          firstName: null,
          lastName: null,
          locale: null,
          state: 'ACTIVE',
          passwordHash,
          createdAt: systemClock.now(),
        });
        const roleId = await access.roles.findDefaultId(tx, roleName);
        await access.roleAssignments.give(tx, { customerId: customer.id, userId }, [
          { roleId, roleName, entityGroupId: null, entityGroupName: null },
        ]);
        return customer.id;
      });
      return { ...(await signIn(app.browser(host), personEmail)), customerId };
    },
  };
};
