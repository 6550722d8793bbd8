import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage, type SavedPage } from './administrator.js';
import { addClerk, makeGroup, makeRole, remove } from './grants.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';

interface Version {
  readonly revision: number;
  readonly savedBy: string | null;
  readonly restoredFrom: number | null;
  readonly host: string;
  readonly selfRegistration: { readonly welcomeText: string | null; readonly enabled: boolean };
}

let app: TestApp;
let stored: StoredRows;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
  stored = await openStoredRows(app);
});
beforeEach(async () => {
  tenant = await makeTenant(app, { welcomeText: 'First' });
  admin = tenant.admin;
});

const save = (input: object, by = admin): Promise<SavedPage> =>
  updatePage(by, tenant.selfRegistrationId, { ...input });

const versions = async (slice: object = {}): Promise<readonly Version[]> => {
  const { selfRegistrationVersions } = await admin.data<{
    selfRegistrationVersions: { items: Version[]; totalCount: number };
  }>(
    `query ($id: ID!, $offset: Int, $limit: Int) {
       selfRegistrationVersions(selfRegistrationId: $id, offset: $offset, limit: $limit) {
         totalCount
         items {
           revision savedBy restoredFrom host
           selfRegistration { welcomeText enabled domain { host } captcha { secretKeySet } }
         }
       }
     }`,
    { id: tenant.selfRegistrationId, ...slice },
  );
  return selfRegistrationVersions.items;
};

const callRestore = (by: Browser, revision: number, seenRevision?: number) =>
  by.graphql<{ restoreSelfRegistrationVersion: SavedPage }>(
    `mutation ($id: ID!, $revision: Int!, $seen: Int) {
       restoreSelfRegistrationVersion(id: $id, revision: $revision, seenRevision: $seen) {
         selfRegistration { id revision enabled welcomeText captcha { siteKey secretKeySet } }
         userErrors { field code message }
       }
     }`,
    { id: tenant.selfRegistrationId, revision, seen: seenRevision },
  );

/** Restores; the page afterwards, or what is wrong with it. */
const restore = async (revision: number, by = admin, seen?: number) => {
  const { data, body } = await callRestore(by, revision, seen);
  if (!data) throw new Error(body);
  const { selfRegistration, userErrors } = data.restoreSelfRegistrationVersion;
  return (
    selfRegistration ?? userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`)
  );
};

describe('every save', () => {
  it('is a version with its author, the newest first', async () => {
    await save({ welcomeText: 'Second' });
    await save({ enabled: false });
    expect(await versions()).toMatchObject([
      { revision: 3, savedBy: 'Ada Min', selfRegistration: { enabled: false } },
      { revision: 2, savedBy: 'Ada Min', selfRegistration: { welcomeText: 'Second' } },
      {
        revision: 1,
        restoredFrom: null,
        host: tenant.host,
        selfRegistration: { welcomeText: 'First', enabled: true },
      },
    ]);
    expect(await versions({ offset: 1, limit: 1 })).toMatchObject([{ revision: 2 }]);
  });

  it('that was refused is none', async () => {
    await save({ welcomeText: 'w'.repeat(201) });
    expect(await versions()).toHaveLength(1);
  });

  it('keeps the id of what was deleted since', async () => {
    const gardeners = await makeGroup(admin, 'CUSTOMER');
    await save({ targetCustomerGroupId: gardeners.id });
    await save({ targetCustomerGroupId: null });
    await remove(admin, 'deleteEntityGroup', gardeners);
    const { selfRegistrationVersions } = await admin.data<{
      selfRegistrationVersions: { items: object[] };
    }>(
      `query ($id: ID!) {
         selfRegistrationVersions(selfRegistrationId: $id, offset: 1, limit: 1) {
           items { selfRegistration { targetCustomerGroupId targetCustomerGroup { name } } } } }`,
      { id: tenant.selfRegistrationId },
    );
    expect(selfRegistrationVersions.items).toEqual([
      { selfRegistration: { targetCustomerGroupId: gardeners.id, targetCustomerGroup: null } },
    ]);
  });

  it('keeps what a page was that is older than versions', async () => {
    await stored.select('delete from self_registration_versions where self_registration_id = $1', [
      tenant.selfRegistrationId,
    ]);
    await save({ welcomeText: 'Second' });
    expect(await versions()).toMatchObject([
      { revision: 2, savedBy: 'Ada Min' },
      { revision: 1, savedBy: null, selfRegistration: { welcomeText: 'First' } },
    ]);
  });
});

describe('a restored version', () => {
  it('is saved again as it was, and says where it comes from', async () => {
    await save({ welcomeText: 'Second', activationLinkLifetime: 3 });
    expect(await restore(1)).toMatchObject({ revision: 3, welcomeText: 'First' });
    const [latest] = await versions();
    expect(latest).toMatchObject({ restoredFrom: 1, selfRegistration: { welcomeText: 'First' } });
  });

  it('leaves secrets as they are, and no version ever held one', async () => {
    const captcha = { provider: 'RECAPTCHA_V2', siteKey: 'site', secretKey: 'first-secret' };
    await save({ captcha });
    await save({ captcha: { ...captcha, siteKey: 'other', secretKey: 'second-secret' } });
    const sealed = () =>
      stored.select('select captcha_secret_sealed from self_registrations where id = $1', [
        tenant.selfRegistrationId,
      ]);
    const before = await sealed();
    expect(await restore(2)).toMatchObject({ captcha: { siteKey: 'site', secretKeySet: true } });
    expect(await sealed()).toEqual(before);
    const kept = await stored.select<{ settings: object }>(
      'select settings from self_registration_versions where self_registration_id = $1',
      [tenant.selfRegistrationId],
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const { settings } of kept) {
      expect(settings).toMatchObject({ captcha: { sealedSecretKey: null } });
    }
  });

  it('asks for a secret that is not there any more', async () => {
    await save({ captcha: { provider: 'RECAPTCHA_V2', siteKey: 'site', secretKey: 'secret' } });
    await save({ captcha: { provider: 'ALTCHA' } });
    expect(await restore(2)).toEqual(['captcha.secretKey REQUIRED']);
  });

  it('says which role is gone', async () => {
    const role = await makeRole(admin, { DEVICE: ['READ'] });
    await save({ groupRoleAssignments: [{ roleId: role.id }] });
    await save({ groupRoleAssignments: [] });
    await remove(admin, 'deleteRole', role);
    expect(await restore(2)).toEqual(['groupRoleAssignments.0.roleId NOT_FOUND']);
  });

  it('gives nobody more than the one who restores it holds', async () => {
    const large = await makeRole(admin, { DEVICE: ['READ', 'WRITE'] });
    const clerk = await addClerk(app, admin, {
      SELF_REGISTRATION: ['ALL'],
      DOMAIN: ['ALL'],
      ROLE: ['READ'],
      DEVICE: ['READ'],
    });
    await save({ groupRoleAssignments: [{ roleId: large.id }] });
    await save({ groupRoleAssignments: [] });
    expect(await restore(2, clerk)).toEqual(['groupRoleAssignments.0.roleId GRANT_EXCEEDS_OWN']);
    expect(await restore(2)).toMatchObject({ revision: 4 });
  });

  it('overwrites nothing that somebody saved meanwhile', async () => {
    await save({ welcomeText: 'Second' });
    expect(await restore(1, admin, 1)).toEqual(['revision REVISION_OUTDATED']);
    expect(await restore(1, admin, 2)).toMatchObject({ welcomeText: 'First' });
  });

  it('must exist, on a page of the own tenant', async () => {
    const other = await makeTenant(app);
    for (const [by, revision] of [
      [admin, 7],
      [other.admin, 1],
    ] as const) {
      const { errors } = await callRestore(by, revision);
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});
