import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createBrowser, startTestApp, type Browser } from '../harness/app.js';
import { countStatements } from '../harness/count-statements.js';
import { atEndOfFile } from '../harness/end-of-file.js';
import { makeTenant } from '../harness/tenants.js';
import { act, addUser, becomeSystemAdministrator } from '../identity/people.js';
import { codeOf, makeDocument, publishNext } from '../legal/legal-api.js';
import { updatePage } from '../registration/administrator.js';
import { changeRole, makeGroup, makeRole } from '../registration/grants.js';
import { registerAndActivate } from '../registration/sign-up.js';

const asked = countStatements();
/** Two servers on one database: what one of them changes, the other one has in memory. */
const here = await startTestApp();
const there = await startTestApp({ beside: here });
const database = new pg.Client(here.connectionString);
await database.connect();
atEndOfFile(() => database.end());
const root = await becomeSystemAdministrator(here);
const tenant = await makeTenant(here);

/** Far below the 5 s of the memory: only a notice can be this quick. */
const soon = { timeout: 3_000, interval: 10 };

const onTheOther = (browser: Browser): Browser => {
  const same = createBrowser(there.server.port, browser.host, asked.headers);
  for (const [name, value] of browser.cookies) same.cookies.set(name, value);
  return same;
};

/** Why somebody may not list roles; empty when they may. */
const listing = (browser: Browser): Promise<string> =>
  codeOf(browser, '{ roles(limit: 1) { items { id } } }');

/** Somebody who may list roles and is remembered on both servers. */
const addReader = async (of = tenant) => {
  const role = await makeRole(of.admin, { ROLE: ['READ'] });
  const group = await makeGroup(of.admin, 'USER');
  await of.admin.data(
    `mutation ($input: GrantPermissionInput!) { grantPermission(input: $input) { userErrors { code } } }`,
    { input: { userGroupId: group.id, roleId: role.id } },
  );
  const user = await addUser(here, of.admin, 'localhost', { groupIds: [group.id] });
  const other = onTheOther(user.browser);
  expect([await listing(user.browser), await listing(other)]).toEqual(['', '']);
  return { ...user, other, role, group };
};

it('a session that is used again is not looked up again', async () => {
  const { other } = await addReader();
  await expect
    .poll(async () => {
      await other.data('{ me { user { id } } }');
      return asked.ofCall().statements;
    }, soon)
    .toEqual([]);
});

describe('counts no more, at once here and a moment later on the other server', () => {
  it('by signing out', async () => {
    const { browser, other } = await addReader();
    const copy = here.browser();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    await browser.data('mutation { signOut { signedOut } }');
    expect(await listing(copy)).toBe('UNAUTHENTICATED');
    await expect.poll(() => listing(other), soon).toBe('UNAUTHENTICATED');
  });

  it('when the user is disabled', async () => {
    const { id, browser, other } = await addReader();
    expect(await act(tenant.admin, 'disableUser', id)).toMatchObject({ state: 'DISABLED' });
    expect(await listing(browser)).toBe('UNAUTHENTICATED');
    await expect.poll(() => listing(other), soon).toBe('UNAUTHENTICATED');
  });

  it('when the tenant is suspended', async () => {
    const suspended = await makeTenant(here);
    const { browser, other } = await addReader(suspended);
    await root.data('mutation ($id: ID!) { suspendTenant(id: $id) { userErrors { code } } }', {
      id: suspended.id,
    });
    expect(await listing(browser)).toBe('UNAUTHENTICATED');
    await expect.poll(() => listing(other), soon).toBe('UNAUTHENTICATED');
  });
});

describe('may no more, at once here and a moment later on the other server', () => {
  it('what a changed role does not give', async () => {
    const { browser, other, role } = await addReader();
    await changeRole(tenant.admin, role.id, { DEVICE: ['READ'] });
    expect(await listing(browser)).toBe('FORBIDDEN');
    await expect.poll(() => listing(other), soon).toBe('FORBIDDEN');
  });

  it('what only a group gave that somebody left', async () => {
    const { id, browser, other, group } = await addReader();
    await tenant.admin.data(
      `mutation ($groupId: ID!, $entityIds: [ID!]!) {
         removeFromEntityGroup(groupId: $groupId, entityIds: $entityIds) { userErrors { code } }
       }`,
      { groupId: group.id, entityIds: [id] },
    );
    expect(await listing(browser)).toBe('FORBIDDEN');
    await expect.poll(() => listing(other), soon).toBe('FORBIDDEN');
  });

  it('anything, while a legal text waits to be accepted', async () => {
    const policy = await makeDocument(tenant.admin);
    const shown = { privacyPolicyId: policy.id, showPrivacyPolicy: true };
    await updatePage(tenant.admin, tenant.selfRegistrationId, shown);
    const browser = here.browser(tenant.host);
    await registerAndActivate(here, browser, 'reader@example.com', {
      consents: [{ versionId: policy.currentVersion.id, locale: 'en' }],
    });
    const devices = '{ devices { totalCount } }';
    expect(await codeOf(browser, devices)).not.toBe('CONSENT_REQUIRED');
    await publishNext(tenant.admin, policy, { askExistingUsers: true });
    expect(await codeOf(browser, devices)).toBe('CONSENT_REQUIRED');
    await expect.poll(() => codeOf(onTheOther(browser), devices), soon).toBe('CONSENT_REQUIRED');
  });
});

/** What is told of sessions while something is done. */
const toldBy = async (work: () => Promise<unknown>): Promise<string[]> => {
  const told: string[] = [];
  const listener = ({ payload = '' }: pg.Notification): void => void told.push(payload);
  await database.query('listen gatehouse_changes');
  database.on('notification', listener);
  await work();
  await database.query('unlisten gatehouse_changes');
  database.off('notification', listener);
  return told.filter((payload) => payload.startsWith('sessions:'));
};

describe('what a session is worth', () => {
  it('does not change untold, whoever writes', async () => {
    const { id, group, role } = await addReader();
    const writes: readonly (readonly [string, string])[] = [
      [`update users set first_name = 'New' where id = $1`, id],
      [`update sessions set token_hash = sha256('x') where user_id = $1`, id],
      ['delete from sessions where user_id = $1', id],
      [`update roles set permissions = '{"DEVICE": ["READ"]}' where id = $1`, role.id],
      ['delete from group_permissions where user_group_id = $1', group.id],
      ['delete from entity_group_members where user_id = $1', id],
      ['delete from entity_groups where id = $1', group.id],
      [`update tenants set name = name || '!' where id = $1`, tenant.id],
      ['delete from users where id = $1', id],
    ];
    for (const [sql, of] of writes) {
      expect(await toldBy(() => database.query(sql, [of])), sql).toEqual([`sessions:${tenant.id}`]);
    }
  });

  it('is not told anew when somebody signs up: nobody has to be looked up for it', async () => {
    const fresh = await makeTenant(here);
    const browser = here.browser(fresh.host);
    expect(await toldBy(() => registerAndActivate(here, browser, 'new@example.com'))).toEqual([]);
  });
});

it('while changes are not heard, each call looks a session up', async () => {
  const { id, other } = await addReader();
  const { rows } = await database.query<{ pid: number }>(
    `select pid from pg_stat_activity
      where application_name = 'gatehouse changes' and datname = current_database()`,
  );
  for (const { pid } of rows) await database.query('select pg_terminate_backend($1)', [pid]);
  await expect
    .poll(async () => {
      await listing(other);
      return asked.ofCall().statements.length > 2;
    }, soon)
    .toBe(true);
  await database.query(`update users set state = 'DISABLED' where id = $1`, [id]);
  expect(await listing(other)).toBe('UNAUTHENTICATED');
});
