import { loadPrincipal, type Access, type Viewer } from '../access/index.js';
import type { CreateCustomer } from '../customers/index.js';
import type { ManageDomains } from '../domains/index.js';
import type { Identity, PasswordHasher } from '../identity/index.js';
import type { ManageItems } from '../inventory/index.js';
import { systemClock } from '../platform/clock.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import { newId } from '../platform/ids.js';
import type { Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { ManageSelfRegistrations } from '../registration/index.js';
import { demoRole, type DemoTenantData } from './demo-data.js';

export interface SeedDeps {
  readonly transact: Transact;
  readonly access: Access;
  readonly identity: Pick<Identity, 'createTenantWithAdministrator' | 'users'>;
  readonly hasher: PasswordHasher;
  readonly manageDomains: ManageDomains;
  readonly manageSelfRegistrations: ManageSelfRegistrations;
  readonly devices: ManageItems;
  readonly createCustomer: CreateCustomer;
  readonly passwordOf: (email: string) => string;
}

export const valueOf = <T>(outcome: Result<T, unknown>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demo could not be seeded: ${JSON.stringify(outcome.failure)}`);
};

type CustomerData = DemoTenantData['customers'][number];

/** One tenant of the demo by the same use cases that people's clicks call. */
export const seedTenant = async (deps: SeedDeps, data: DemoTenantData): Promise<void> => {
  const { transact, access, identity, passwordOf } = deps;
  const { tenant, administratorId } = await identity.createTenantWithAdministrator(data.name, {
    ...data.admin,
    password: passwordOf(data.admin.email),
  });
  const principal = await transact(tenant.id, (tx) => loadPrincipal(tx, administratorId));
  if (!principal) throw new Error('The administrator of the demo is gone.');
  const name = `${data.admin.firstName} ${data.admin.lastName}`;
  const viewer: Viewer = { principal, actor: { kind: 'USER', id: administratorId, name } };

  await transact(tenant.id, (tx) =>
    access.roles.insert(tx, {
      ...demoRole,
      id: newId(),
      ownerCustomerId: null,
      isDefault: false,
      createdAt: systemClock.now(),
    }),
  );

  const domain = valueOf(await deps.manageDomains.create(viewer, { host: data.host }));
  valueOf(
    await deps.manageSelfRegistrations.create(viewer, {
      domainId: domain.id,
      enabled: true,
      welcomeText: data.welcomeText,
    }),
  );

  const seedCustomer = async ({ email, firstName, lastName }: CustomerData): Promise<string> => {
    const address = valueOf(parseEmailAddress(email));
    const passwordHash = await deps.hasher.hash(passwordOf(email));
    return transact(tenant.id, async (tx) => {
      const customer = await deps.createCustomer(tx, { title: email, email, parentId: null });
      if (!customer) throw new Error('A customer of the demo could not be made.');
      const user = {
        id: newId(),
        authority: 'CUSTOMER_USER' as const,
        customerId: customer.id,
        email,
        emailKey: address.key,
        firstName,
        lastName,
        locale: null,
        state: 'ACTIVE' as const,
        passwordHash,
        createdAt: systemClock.now(),
      };
      await identity.users.insert(tx, user);
      const roleId = await access.roles.findDefaultId(tx, 'Customer Administrator');
      await access.roleAssignments.give(tx, { customerId: customer.id, userId: user.id }, [
        { roleId, roleName: 'Customer Administrator', entityGroupId: null, entityGroupName: null },
      ]);
      return customer.id;
    });
  };

  for (const customer of data.customers) {
    const ownerCustomerId = await seedCustomer(customer);
    for (const device of customer.devices) {
      const type = device.split(' ')[0]?.toLowerCase() ?? 'default';
      valueOf(await deps.devices.create(viewer, { name: device, type, ownerCustomerId }));
    }
  }
};
