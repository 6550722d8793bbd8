import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { makeDocument } from '../legal/legal-api.js';
import { deletePage, updatePage } from '../registration/administrator.js';
import { makeRole } from '../registration/grants.js';
import { activate, activationMail, registerAndActivate, submit } from '../registration/sign-up.js';
import {
  create,
  find,
  made,
  refusalOf,
  remove,
  tableWidget,
  titlesOf,
  type Dashboard,
} from './dashboards-api.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

interface Setting extends TestTenant {
  readonly dashboard: Dashboard;
  readonly groupId: string;
  readonly assignments: readonly object[];
}

/** A tenant as in the guide: registrants own what they make, and may look at one shared dashboard. */
const makeSetting = async (page: object = { alwaysFullscreen: true }): Promise<Setting> => {
  const tenant = await makeTenant(app);
  const { admin, selfRegistrationId } = tenant;
  const dashboard = made(
    await create(admin, { title: 'My devices', widgets: [tableWidget({}, { title: 'Mine' })] }),
  );
  const { createEntityGroup } = await admin.data<{
    createEntityGroup: { entityGroup: { id: string } };
  }>(
    `mutation ($ids: [ID!]!) { createEntityGroup(input: {
       name: "Shared Dashboards", type: DASHBOARD, memberIds: $ids }) { entityGroup { id } } }`,
    { ids: [dashboard.id] },
  );
  const groupId = createEntityGroup.entityGroup.id;
  const readOnly = await makeRole(admin, ['READ', 'READ_ATTRIBUTES']);
  const { roles } = await admin.data<{ roles: { items: { id: string }[] } }>(
    '{ roles(filter: { search: "Customer Administrator" }) { items { id } } }',
  );
  const assignments = [
    { roleId: roles.items[0]?.id },
    { roleId: readOnly.id, entityGroupId: groupId },
  ];
  const { userErrors } = await updatePage(admin, selfRegistrationId, {
    groupRoleAssignments: assignments,
    defaultDashboardId: dashboard.id,
    ...page,
  });
  expect(userErrors).toEqual([]);
  return { ...tenant, dashboard, groupId, assignments };
};

const register = async ({ host }: TestTenant, email: string, input: object = {}) => {
  const browser = app.browser(host);
  await registerAndActivate(app, browser, email, { ...input });
  return browser;
};

interface Landing {
  readonly dashboard: { id: string; title: string } | null;
  readonly alwaysFullscreen: boolean;
}

const landingOf = async (by: Browser): Promise<Landing> => {
  const query = '{ me { landing { dashboard { id title } alwaysFullscreen } } }';
  return (await by.data<{ me: { landing: Landing } }>(query)).me.landing;
};

const home: Landing = { dashboard: null, alwaysFullscreen: false };

const addDevice = async (by: Browser, name: string): Promise<string> => {
  const { createDevice } = await by.data<{ createDevice: { device: { id: string } } }>(
    `mutation ($name: String!) { createDevice(input: { name: $name, type: "thermostat" }) {
       device { id } } }`,
    { name },
  );
  return createDevice.device.id;
};

/** What the widgets of a dashboard show to somebody. */
const dataFor = (by: Browser) =>
  by.data<{ devices: { nodes: { id: string }[] }; itemCount: number; itemBreakdown: object[] }>(
    `{ devices(filter: { types: ["thermostat"] }) { nodes { id } }
       itemCount(filter: { entity: DEVICE, types: ["thermostat"] })
       itemBreakdown(filter: { entity: DEVICE }, by: TYPE) { value count } }`,
  );

describe('a dashboard that is shared with everybody who registers', () => {
  it('shows each of them their own devices, and nothing of the other', async () => {
    const setting = await makeSetting();
    const ada = await register(setting, 'ada@shared.example');
    const bob = await register(setting, 'bob@shared.example');
    const [adas, bobs] = [await addDevice(ada, 'Hall'), await addDevice(bob, 'Hall')];
    await addDevice(bob, 'Kitchen');
    for (const by of [ada, bob]) {
      expect((await find(by, setting.dashboard.id)).widgets[0]?.title).toBe('Mine');
    }
    expect(await dataFor(ada)).toEqual({
      devices: { nodes: [{ id: adas }] },
      itemCount: 1,
      itemBreakdown: [{ value: 'thermostat', count: 1 }],
    });
    expect((await dataFor(bob)).itemCount).toBe(2);
    const guessed = `{ itemCount(filter: { entity: DEVICE, ids: ["${bobs}"] }) }`;
    expect(await ada.data(guessed)).toEqual({ itemCount: 0 });
  });

  it('can be looked at and kept as a file, and neither changed nor shared', async () => {
    const setting = await makeSetting();
    const ada = await register(setting, 'ada@locked.example');
    const { id } = setting.dashboard;
    expect((await find(ada, id)).viewerCan).toEqual(['READ', 'READ_ATTRIBUTES']);
    expect(await titlesOf(ada)).toEqual(['My devices']);
    expect(
      await refusalOf(ada, 'query ($id: ID!) { exportDashboard(id: $id) { filename } }', { id }),
    ).toBeNull();
    const attempts = [
      'updateDashboard(id: $id, input: { title: "Mine" }) { dashboard { id } }',
      'deleteDashboard(id: $id) { deletedId }',
      `addToEntityGroup(groupId: "${setting.groupId}", entityIds: [$id]) { entityGroup { id } }`,
    ];
    for (const attempt of attempts) {
      expect(await refusalOf(ada, `mutation ($id: ID!) { ${attempt} }`, { id })).toBe('FORBIDDEN');
    }
    const own = made(await create(ada, { title: 'Private' }));
    const bob = await register(setting, 'bob@locked.example');
    const query = 'query ($id: ID!) { dashboard(id: $id) { id } }';
    expect(await refusalOf(bob, query, { id: own.id })).toBe('NOT_FOUND');
  });
});

describe('after sign-in', () => {
  it('a registrant lands on the dashboard of their page; an administrator on Home', async () => {
    const setting = await makeSetting();
    const { id, title } = setting.dashboard;
    const ada = await register(setting, 'ada@landing.example');
    expect(await landingOf(ada)).toEqual({ dashboard: { id, title }, alwaysFullscreen: true });
    expect(await landingOf(setting.admin)).toEqual(home);
  });

  it('nobody is locked out by a dashboard that is gone or can not be read', async () => {
    const setting = await makeSetting();
    const { admin, selfRegistrationId, dashboard } = setting;
    const ada = await register(setting, 'ada@gone.example');
    await updatePage(admin, selfRegistrationId, {
      groupRoleAssignments: setting.assignments.slice(0, 1),
    });
    expect(await landingOf(await register(setting, 'bob@gone.example'))).toEqual(home);
    await updatePage(admin, selfRegistrationId, { defaultDashboardId: null });
    expect((await remove(admin, dashboard.id)).deletedId).toBe(dashboard.id);
    expect(await landingOf(ada)).toEqual(home);
  });

  it('legal texts come before the dashboard', async () => {
    const setting = await makeSetting();
    const ada = await register(setting, 'ada@legal.example');
    const policy = await makeDocument(setting.admin);
    await updatePage(setting.admin, setting.selfRegistrationId, {
      showPrivacyPolicy: true,
      privacyPolicyId: policy.id,
    });
    await setting.admin.data(
      `mutation ($id: ID!, $version: ID!) { publishLegalVersion(documentId: $id, input: {
         basedOn: $version, askExistingUsers: true, graceDays: 0,
         texts: [{ locale: "en", html: "<p>New</p>" }] }) { userErrors { code } } }`,
      { id: policy.id, version: policy.currentVersion.id },
    );
    expect(await landingOf(ada)).toEqual(home);
  });

  it('a page that was deleted meanwhile still says where its last registrants land', async () => {
    const setting = await makeSetting();
    const late = app.browser(setting.host);
    await submit(late, { email: 'late@landing.example' });
    const { secret } = await activationMail(app, 'late@landing.example');
    expect(await deletePage(setting, 'LET_FINISH')).toEqual([]);
    expect((await activate(late, { secret })).activated).toBe(true);
    expect((await landingOf(late)).dashboard?.id).toBe(setting.dashboard.id);
  });
});

describe('a sign-up page', () => {
  const canRead = (by: Browser, dashboardId: string, groupRoleAssignments: readonly object[]) =>
    by.data<{ registrantCanReadDashboard: boolean }>(
      `query ($input: RegistrantCanReadDashboardInput!) {
         registrantCanReadDashboard(input: $input) }`,
      { input: { dashboardId, groupRoleAssignments } },
    );

  it('is warned of roles that do not open its dashboard', async () => {
    const { admin, dashboard, assignments } = await makeSetting();
    expect(await canRead(admin, dashboard.id, assignments)).toEqual({
      registrantCanReadDashboard: true,
    });
    expect(await canRead(admin, dashboard.id, assignments.slice(0, 1))).toEqual({
      registrantCanReadDashboard: false,
    });
  });

  it('keeps its dashboard from being deleted, and says so', async () => {
    const { admin, dashboard, host } = await makeSetting();
    const { deletedId, userErrors } = await remove(admin, dashboard.id);
    expect(deletedId).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'IN_USE' }]);
    expect(userErrors[0]?.message).toContain(host);
    const { dashboard: seen } = await admin.data<{
      dashboard: { usedBySelfRegistrations: { defaultDashboard: { id: string } }[] };
    }>(
      `query ($id: ID!) { dashboard(id: $id) {
         usedBySelfRegistrations { defaultDashboard { id } } } }`,
      { id: dashboard.id },
    );
    expect(seen.usedBySelfRegistrations).toEqual([{ defaultDashboard: { id: dashboard.id } }]);
  });

  it('goes on without a dashboard that went with the customer who owned it', async () => {
    const { admin, selfRegistrationId } = await makeTenant(app);
    const { createCustomer } = await admin.data<{ createCustomer: { customer: { id: string } } }>(
      'mutation { createCustomer(input: { title: "Owner" }) { customer { id } } }',
    );
    const ownerCustomerId = createCustomer.customer.id;
    const { id } = made(await create(admin, { title: 'Theirs', ownerCustomerId }));
    await updatePage(admin, selfRegistrationId, { defaultDashboardId: id, alwaysFullscreen: true });
    await admin.data('mutation ($id: ID!) { deleteCustomer(id: $id) { deletedId } }', {
      id: ownerCustomerId,
    });
    expect(
      await admin.data(
        `query ($id: ID!) { selfRegistration(id: $id) {
           defaultDashboard { id } alwaysFullscreen } }`,
        { id: selfRegistrationId },
      ),
    ).toEqual({ selfRegistration: { defaultDashboard: null, alwaysFullscreen: false } });
  });

  it('fills the screen only with a dashboard that its author may see', async () => {
    const { admin, selfRegistrationId } = await makeTenant(app);
    const elsewhere = await makeSetting();
    const faults = async (input: Record<string, unknown>) =>
      (await updatePage(admin, selfRegistrationId, input)).userErrors.map(
        ({ field, code }) => `${field.join('.')} ${code}`,
      );
    expect(await faults({ alwaysFullscreen: true })).toEqual([
      'input.alwaysFullscreen DASHBOARD_MISSING',
    ]);
    expect(await faults({ defaultDashboardId: elsewhere.dashboard.id })).toEqual([
      'input.defaultDashboardId NOT_FOUND',
    ]);
    const { id } = made(await create(admin, { title: 'Ours' }));
    expect(await faults({ defaultDashboardId: id, alwaysFullscreen: true })).toEqual([]);
    expect(await faults({ defaultDashboardId: null })).toEqual([]);
    expect(await faults({ alwaysFullscreen: true })).toHaveLength(1);
  });
});
