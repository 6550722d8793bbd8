import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo, type Demo } from '../../src/demo/index.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { signIn } from '../harness/tenants.js';
import { registerAndActivate } from '../registration/sign-up.js';
import { titlesOf } from './dashboards-api.js';

let app: TestApp;
let dataDir: string;
const secretKey = randomBytes(32);

const seed = (): Promise<Demo> => {
  const { slices, publicUrl } = app.server;
  return seedDemo({
    ...slices,
    ...{ publicUrl, dataDir, secretKey, inboxUrl: null },
    transact: slices.database.transact,
    manageDomains: slices.domains.manageDomains,
    manageSelfRegistrations: slices.registration.manageSelfRegistrations,
    manageDashboards: slices.dashboards.manageDashboards,
    devices: slices.inventory.devices,
    createCustomer: slices.customers.createCustomer,
    baseAddressOf: slices.domains.baseAddressOf,
  });
};

beforeAll(async () => {
  app = await startTestApp();
  dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-demo-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Page {
  readonly alwaysFullscreen: boolean;
  readonly defaultDashboard: { readonly title: string } | null;
  readonly groupRoleAssignments: readonly { roleName: string; entityGroupName: string | null }[];
}

const pageOf = async (admin: Browser): Promise<Page | undefined> => {
  const { selfRegistrations } = await admin.data<{ selfRegistrations: { items: Page[] } }>(
    `{ selfRegistrations { items { alwaysFullscreen defaultDashboard { title }
         groupRoleAssignments { roleName entityGroupName } } } }`,
  );
  return selfRegistrations.items[0];
};

it('the demo shares a dashboard with whoever registers at Acme, once', async () => {
  await seed();
  const demo = await seed();
  const admin = app.browser();
  const acme = demo.tenants[0]?.admin;
  await signIn(admin, acme?.email ?? '', acme?.password ?? '');
  expect(await titlesOf(admin)).toEqual(['My devices']);
  const page: Page = {
    alwaysFullscreen: true,
    defaultDashboard: { title: 'My devices' },
    groupRoleAssignments: [
      { roleName: 'Customer Administrator', entityGroupName: null },
      { roleName: 'Read-Only', entityGroupName: 'Shared Dashboards' },
    ],
  };
  expect(await pageOf(admin)).toEqual(page);

  const ada = app.browser('acme.localhost');
  await registerAndActivate(app, ada, 'ada@demo.example');
  const { me } = await ada.data<{ me: { landing: { dashboard: { widgets: object[] } } } }>(
    '{ me { landing { dashboard { widgets { kind } } } } }',
  );
  expect(me.landing.dashboard.widgets).toHaveLength(4);
});

it('a demo that is older than dashboards gets one at the next start', async () => {
  const demo = await seed();
  const admin = app.browser();
  const acme = demo.tenants[0]?.admin;
  await signIn(admin, acme?.email ?? '', acme?.password ?? '');
  const { entityGroups } = await admin.data<{ entityGroups: { items: { id: string }[] } }>(
    '{ entityGroups(filter: { search: "Shared Dashboards" }) { items { id } } }',
  );
  const { id } = entityGroups.items[0] ?? {};
  await admin.data(
    `mutation ($id: ID!) { updateEntityGroup(id: $id, input: { name: "Before" }) {
       userErrors { code } } }`,
    { id },
  );
  await seed();
  expect((await pageOf(admin))?.groupRoleAssignments.at(-1)).toEqual({
    roleName: 'Read-Only',
    entityGroupName: 'Shared Dashboards',
  });
  expect(await titlesOf(admin)).toEqual(['My devices', 'My devices']);
});
