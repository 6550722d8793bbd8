import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { addClerk } from '../registration/grants.js';
import { registerAndActivate } from '../registration/sign-up.js';
import { create, made, refusalOf, remove, type Dashboard } from './dashboards-api.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;
let ada: Browser;
let adaId: string;
let unshared: Dashboard;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  tenant = await makeTenant(app);
  ({ admin } = tenant);
  unshared = made(await create(admin, { title: 'Boilers' }));
  ada = app.browser(tenant.host);
  await registerAndActivate(app, ada, `ada@${tenant.host}.example`);
  adaId = (await ada.data<{ me: { user: { id: string } } }>('{ me { user { id } } }')).me.user.id;
});

const fields = 'dashboardId dashboard { title } alwaysFullscreen isReadable';
const mutation = `mutation ($id: ID!, $input: UserLandingInput!) {
  setUserLanding(userId: $id, input: $input) { landing { ${fields} } userErrors { field code } }
}`;

/** Sets where somebody lands; where that is now, or what was wrong. */
const land = async (by: Browser, input: object, id = adaId): Promise<unknown> => {
  const { setUserLanding } = await by.data<{
    setUserLanding: { landing: object | null; userErrors: { field: string[]; code: string }[] };
  }>(mutation, { id, input });
  const { landing, userErrors } = setUserLanding;
  return landing ?? userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`);
};

/** What the person themselves gets after signing in. */
const seenBy = async (by: Browser): Promise<object> =>
  (
    await by.data<{ me: { landing: object } }>(
      '{ me { landing { dashboard { title } alwaysFullscreen } } }',
    )
  ).me.landing;

const home = { dashboardId: null, dashboard: null, alwaysFullscreen: false, isReadable: true };

describe('where somebody lands', () => {
  it('is changed by who may write them, kept beside what is not sent, and written down', async () => {
    const own = made(await create(ada, { title: 'My home' }));
    expect(await land(admin, { dashboardId: own.id, alwaysFullscreen: true })).toEqual({
      ...{ dashboardId: own.id, dashboard: { title: 'My home' } },
      ...{ alwaysFullscreen: true, isReadable: true },
    });
    expect(await seenBy(ada)).toEqual({ dashboard: { title: 'My home' }, alwaysFullscreen: true });
    expect(await land(admin, { alwaysFullscreen: false })).toMatchObject({ dashboardId: own.id });
    expect(await land(admin, { dashboardId: null })).toEqual(home);
    const { auditLog } = await admin.data<{ auditLog: { nodes: object[] } }>(
      `query ($id: ID!) {
         auditLog(filter: { entityId: $id, action: "user.landing-changed" }) {
           nodes { before after names { name } } } }`,
      { id: adaId },
    );
    expect(auditLog.nodes).toHaveLength(3);
    expect(auditLog.nodes[2]).toEqual({
      before: { defaultDashboardId: null, alwaysFullscreen: false },
      after: { defaultDashboardId: own.id, alwaysFullscreen: true },
      names: [{ name: 'My home' }],
    });
  });

  it('may be a dashboard that they can not read: it is said, and they land on Home', async () => {
    const wanted = { dashboardId: unshared.id, alwaysFullscreen: true };
    expect(await land(admin, wanted)).toMatchObject({ ...wanted, isReadable: false });
    expect(await seenBy(ada)).toEqual({ dashboard: null, alwaysFullscreen: false });
  });

  it('is Home again once the dashboard is deleted', async () => {
    await land(admin, { dashboardId: unshared.id });
    expect((await remove(admin, unshared.id)).deletedId).toBe(unshared.id);
    const query = `query ($id: ID!) { user(id: $id) { landing { ${fields} } } }`;
    expect(await admin.data(query, { id: adaId })).toEqual({ user: { landing: home } });
  });

  it('needs a dashboard that the one who chooses may see', async () => {
    expect(await land(admin, { dashboardId: 'no-id' })).toEqual(['dashboardId NOT_FOUND']);
    const strange = made(await create((await makeTenant(app)).admin, { title: 'Strange' }));
    expect(await land(admin, { dashboardId: strange.id })).toEqual(['dashboardId NOT_FOUND']);
    expect(await land(admin, { alwaysFullscreen: true })).toEqual([
      'alwaysFullscreen DASHBOARD_MISSING',
    ]);
    expect(await land(ada, { dashboardId: unshared.id })).toEqual(['dashboardId NOT_FOUND']);
  });

  it('is changed by customer users for their own people, and for nobody else', async () => {
    const own = made(await create(ada, { title: 'My home' }));
    expect(await land(ada, { dashboardId: own.id })).toMatchObject({ dashboardId: own.id });
    const bob = app.browser(tenant.host);
    await registerAndActivate(app, bob, `bob@${tenant.host}.example`);
    const variables = { id: adaId, input: { dashboardId: null } };
    expect(await refusalOf(bob, mutation, variables)).toBe('NOT_FOUND');
    const reader = await addClerk(app, admin, { USER: ['READ'] });
    expect(await refusalOf(reader, mutation, variables)).toBe('FORBIDDEN');
    expect(await seenBy(ada)).toMatchObject({ dashboard: { title: 'My home' } });
  });
});
