import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { addDomain } from '../identity/people.js';
import { createPage, registrationsOf, updatePage, type SavedPage } from './administrator.js';
import {
  addClerk,
  changeRole,
  groupOfAll,
  makeGroup,
  makeRole,
  remove,
  type Named,
} from './grants.js';
import { activation, activationMail, noCaptcha, register } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, noCaptcha);
  admin = tenant.admin;
});

const row = (role: Named, group?: Named) => ({ roleId: role.id, entityGroupId: group?.id ?? null });

const faultsOf = ({ userErrors }: SavedPage): string[] =>
  userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`);

/** Saves the table of roles; what was wrong with it. */
const saveRoles = async (by: Browser, ...rows: object[]): Promise<string[]> =>
  faultsOf(await updatePage(by, tenant.selfRegistrationId, { groupRoleAssignments: rows }));

const pagesRoles = async (): Promise<object[]> => {
  const { selfRegistration } = await admin.data<{
    selfRegistration: { groupRoleAssignments: object[] };
  }>(
    `query ($id: ID!) {
       selfRegistration(id: $id) {
         groupRoleAssignments { roleName role { name } entityGroupName entityGroup { name } }
       }
     }`,
    { id: tenant.selfRegistrationId },
  );
  return selfRegistration.groupRoleAssignments;
};

describe('what is deleted after the page was saved', () => {
  it('is skipped at activation, and the administrator is told', async () => {
    const [kept, gone] = [
      await makeRole(admin, { DEVICE: ['READ'] }),
      await makeRole(admin, { ASSET: ['READ'] }),
    ];
    const onGroup = await makeRole(admin, ['READ']);
    const [devices, assets] = [await makeGroup(admin, 'DEVICE'), await makeGroup(admin, 'ASSET')];
    const rows = [row(kept), row(gone), row(onGroup, devices), row(onGroup, assets)];
    expect(await saveRoles(admin, ...rows)).toEqual([]);
    const email = 'skipped@people.example';
    const browser = app.browser(tenant.host);
    await register(browser, { email });
    const { secret } = await activationMail(app, email);
    await remove(admin, 'deleteRole', gone);
    await remove(admin, 'deleteEntityGroup', devices);

    expect(await pagesRoles()).toEqual([
      { roleName: kept.name, role: { name: kept.name }, entityGroupName: null, entityGroup: null },
      { roleName: gone.name, role: null, entityGroupName: null, entityGroup: null },
      {
        roleName: onGroup.name,
        role: { name: onGroup.name },
        entityGroupName: devices.name,
        entityGroup: null,
      },
      {
        roleName: onGroup.name,
        role: { name: onGroup.name },
        entityGroupName: assets.name,
        entityGroup: { name: assets.name },
      },
    ]);
    expect(await activation(browser, { secret })).toBe('activated');
    const { me } = await browser.data<{ me: { user: { roles: { name: string }[] } } }>(
      `{ me { user { roles { name } } } }`,
    );
    expect(me.user.roles.map(({ name }) => name).toSorted()).toEqual(
      [kept.name, onGroup.name].toSorted(),
    );
    const [seen] = await registrationsOf(admin, email);
    const skipped = seen?.timeline.filter(({ kind }) => kind === 'GRANT_SKIPPED');
    expect(skipped).toEqual([
      { kind: 'GRANT_SKIPPED', detail: gone.name },
      { kind: 'GRANT_SKIPPED', detail: `${onGroup.name} on ${devices.name}` },
    ]);
  });

  it('keeps nobody from signing up when nothing is left', async () => {
    const gone = await makeRole(admin, { DEVICE: ['READ'] });
    await saveRoles(admin, row(gone));
    await remove(admin, 'deleteRole', gone);
    const browser = app.browser(tenant.host);
    await register(browser, { email: 'nothing@people.example' });
    const { secret } = await activationMail(app, 'nothing@people.example');
    expect(await activation(browser, { secret })).toBe('activated');
    const { me } = await browser.data<{ me: { user: { roles: object[] } } }>(
      `{ me { user { roles { name } } } }`,
    );
    expect(me.user.roles).toEqual([]);
  });

  it('does not keep the page from being saved', async () => {
    const gone = await makeRole(admin, { DEVICE: ['READ'] });
    await saveRoles(admin, row(gone));
    await remove(admin, 'deleteRole', gone);
    const saved = await updatePage(admin, tenant.selfRegistrationId, { welcomeText: 'Hello' });
    expect(saved.userErrors).toEqual([]);
    expect(await pagesRoles()).toMatchObject([{ roleName: gone.name, role: null }]);
  });
});

describe('a table of roles', () => {
  it('is refused at the row that does not fit', async () => {
    const generic = await makeRole(admin, { DEVICE: ['READ'] });
    const onGroup = await makeRole(admin, ['READ']);
    const devices = await makeGroup(admin, 'DEVICE');
    const other = await makeTenant(app, noCaptcha);
    const foreignRole = await makeRole(other.admin, { DEVICE: ['READ'] });
    const foreignGroup = await makeGroup(other.admin, 'DEVICE');
    const before = await pagesRoles();
    expect(
      await saveRoles(
        admin,
        row(generic),
        row(generic, devices),
        row(onGroup),
        row(foreignRole),
        row(onGroup, foreignGroup),
        { roleId: randomUUID() },
        { roleId: 'no id' },
        row(generic),
      ),
    ).toEqual([
      'groupRoleAssignments.1.entityGroupId TYPE_MISMATCH',
      'groupRoleAssignments.2.entityGroupId REQUIRED',
      'groupRoleAssignments.3.roleId NOT_FOUND',
      'groupRoleAssignments.4.entityGroupId NOT_FOUND',
      'groupRoleAssignments.5.roleId NOT_FOUND',
      'groupRoleAssignments.6.roleId NOT_FOUND',
      'groupRoleAssignments.7.roleId DUPLICATE',
    ]);
    expect(await pagesRoles()).toEqual(before);
  });

  it('may name one role on two groups', async () => {
    const onGroup = await makeRole(admin, ['READ']);
    const groups = [await makeGroup(admin, 'DEVICE'), await makeGroup(admin, 'DEVICE')];
    expect(await saveRoles(admin, ...groups.map((group) => row(onGroup, group)))).toEqual([]);
  });

  it('may not show registrants to each other', async () => {
    const onGroup = await makeRole(admin, ['READ']);
    const everybody = { id: await groupOfAll(admin, 'CUSTOMER'), name: 'All' };
    expect(await saveRoles(admin, row(onGroup, everybody))).toEqual([
      'groupRoleAssignments.0.entityGroupId SHOWS_REGISTRANTS',
    ]);
    expect(await saveRoles(admin, row(onGroup, await makeGroup(admin, 'CUSTOMER')))).toEqual([]);
  });
});

describe('whoever saves a page', () => {
  const rights = {
    SELF_REGISTRATION: ['ALL'],
    DOMAIN: ['ALL'],
    ROLE: ['READ', 'WRITE'],
    DEVICE_GROUP: ['READ'],
    DEVICE: ['READ'],
  };
  const refused = ['groupRoleAssignments.0.roleId GRANT_EXCEEDS_OWN'];
  let clerk: Browser;
  let small: Named;
  let large: Named;
  beforeAll(async () => {
    clerk = await addClerk(app, admin, rights);
    small = await makeRole(admin, { DEVICE: ['READ'] });
    large = await makeRole(admin, { DEVICE: ['READ', 'WRITE'] });
  });

  it('gives no more than they hold when they make it', async () => {
    const domainIdOf = async (): Promise<string> => {
      const host = await addDomain(admin);
      const { domains } = await admin.data<{ domains: { items: { id: string; host: string }[] } }>(
        `{ domains(limit: 100) { items { id host } } }`,
      );
      return domains.items.find((domain) => domain.host === host)?.id ?? '';
    };
    const create = async (input: object) =>
      faultsOf(await createPage(clerk, { domainId: await domainIdOf(), ...input }));
    expect(await create({ groupRoleAssignments: [row(large)] })).toEqual(refused);
    // Without a table it starts with Customer Administrator, which is more than the clerk holds.
    expect(await create({})).toEqual(refused);
    expect(await create({ groupRoleAssignments: [row(small)] })).toEqual([]);
    expect(await create({ groupRoleAssignments: [] })).toEqual([]);
  });

  it('gives no more than they hold when they change it', async () => {
    expect(await saveRoles(clerk, row(large))).toEqual(refused);
    expect(await saveRoles(clerk, row(small))).toEqual([]);
    const writing = await makeRole(admin, ['READ', 'WRITE']);
    const reading = await makeRole(admin, ['READ']);
    const devices = await makeGroup(admin, 'DEVICE');
    expect(await saveRoles(clerk, row(writing, devices))).toEqual(refused);
    expect(await saveRoles(clerk, row(reading, devices))).toEqual([]);
  });

  it('promises what others put there before, too', async () => {
    await saveRoles(admin, row(large));
    const saved = await updatePage(clerk, tenant.selfRegistrationId, { welcomeText: 'Mine now' });
    expect(faultsOf(saved)).toEqual(refused);
  });

  it('may switch it off whatever it promises, and not on again', async () => {
    const page = await makeTenant(app, noCaptcha);
    const clerkThere = await addClerk(app, page.admin, rights);
    const turn = async (enabled: boolean) =>
      faultsOf(await updatePage(clerkThere, page.selfRegistrationId, { enabled }));
    expect(await turn(false)).toEqual([]);
    expect(await turn(true)).toEqual(refused);
  });

  it('can not widen a role afterwards beyond what they hold', async () => {
    const role = await makeRole(admin, { DEVICE: ['READ'] });
    expect(await saveRoles(admin, row(role))).toEqual([]);
    expect(await changeRole(clerk, role.id, { DEVICE: ['READ', 'WRITE'] })).toEqual([
      'GRANT_EXCEEDS_OWN',
    ]);
    await saveRoles(admin);
    expect(await changeRole(clerk, role.id, { DEVICE: ['READ', 'WRITE'] })).toEqual([]);
  });

  it('needs the permission, and sees pages of the own tenant only', async () => {
    const reader = await addClerk(app, admin, { SELF_REGISTRATION: ['READ'], ROLE: ['READ'] });
    const call = async (by: Browser, id: string): Promise<string | undefined> => {
      const { errors } = await by.graphql<object>(
        `mutation ($id: ID!) { updateSelfRegistration(id: $id, input: { enabled: false }) { userErrors { code } } }`,
        { id },
      );
      return errors[0]?.extensions.code;
    };
    expect(await call(reader, tenant.selfRegistrationId)).toBe('FORBIDDEN');
    const other = await makeTenant(app, noCaptcha);
    for (const id of [other.selfRegistrationId, randomUUID(), 'no id']) {
      expect(await call(admin, id)).toBe('NOT_FOUND');
    }
  });
});
