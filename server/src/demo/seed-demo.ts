import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BaseAddress } from '../domains/index.js';
import type { Identity } from '../identity/index.js';
import { demoData } from './demo-data.js';
import type { Demo } from './demo.js';
import { demoPassword } from './demo-password.js';
import { seedDashboard, type SeedDashboardDeps } from './seed-dashboard.js';
import { seedTenant, type SeedDeps } from './seed-tenant.js';

export interface DemoDeps extends Omit<SeedDeps & SeedDashboardDeps, 'passwordOf' | 'identity'> {
  readonly identity: SeedDeps['identity'] &
    SeedDashboardDeps['identity'] &
    Pick<Identity, 'firstAdministrator'>;
  readonly baseAddressOf: BaseAddress;
  readonly publicUrl: string;
  readonly inboxUrl: string | null;
  readonly dataDir: string;
  readonly secretKey: Buffer;
}

/** Seeds what is missing, so that a second start keeps the data, and writes `demo.json`. */
export const seedDemo = async (deps: DemoDeps): Promise<Demo> => {
  const passwordOf = (email: string): string => demoPassword(deps.secretKey, email);
  const loginOf = ({ email }: { email: string }) => ({ email, password: passwordOf(email) });
  const { systemAdministrator, tenants } = demoData;

  await deps.identity.firstAdministrator.ensureOne({
    ...systemAdministrator,
    password: passwordOf(systemAdministrator.email),
  });
  const { totalCount } = await deps.identity.directory.list(null, { offset: 0, limit: 1 });
  if (totalCount === 0) {
    for (const tenant of tenants) await seedTenant({ ...deps, passwordOf }, tenant);
  }

  // Registrants of one tenant land on a dashboard, those of the other on Home.
  await seedDashboard(deps, tenants[0]);

  const demo: Demo = {
    consoleUrl: deps.publicUrl,
    inboxUrl: deps.inboxUrl,
    systemAdministrator: loginOf(systemAdministrator),
    tenants: tenants.map(({ name, host, admin, customers }) => ({
      name,
      url: deps.baseAddressOf(host),
      signUpUrl: `${deps.baseAddressOf(host)}/signup`,
      admin: loginOf(admin),
      customers: customers.map(loginOf),
    })),
  };
  await mkdir(deps.dataDir, { recursive: true });
  // Whoever waits for the file never finds half of it.
  const file = join(deps.dataDir, 'demo.json');
  await writeFile(`${file}.new`, JSON.stringify(demo, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return demo;
};
