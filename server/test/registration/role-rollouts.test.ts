import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadPrincipal, type RoleAssignments } from '../../src/access/index.js';
import { createRecordAudit } from '../../src/audit/index.js';
import { systemClock } from '../../src/platform/clock.js';
import { createLog } from '../../src/platform/log/log.js';
import { registrantGroupRows } from '../../src/registration/postgres/registrant-group-rows.js';
import { roleRolloutRows } from '../../src/rollouts/postgres/role-rollout-rows.js';
import { selfRegistrationRows } from '../../src/registration/postgres/self-registration-rows.js';
import { createRoleRollouts } from '../../src/rollouts/role-rollouts.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage } from './administrator.js';
import { addClerk, changeRole, makeGroup, makeRole, remove, type Named } from './grants.js';
import {
  addRegistrant,
  applyRoles,
  driftOf,
  endOf,
  row,
  stateOf,
  stopRollout,
} from './rollout-world.js';
import { activation, activationMail, noCaptcha, register } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;
let page: string;
let reader: Named;
let writer: Named;
let onGroup: Named;
let meters: Named;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  tenant = await makeTenant(app, noCaptcha);
  ({ admin, selfRegistrationId: page } = tenant);
  reader = await makeRole(admin, { DEVICE: ['READ'] });
  writer = await makeRole(admin, { DEVICE: ['READ', 'WRITE'] });
  onGroup = await makeRole(admin, ['READ']);
  meters = await makeGroup(admin, 'DEVICE');
});

const give = async (...rows: object[]): Promise<void> => {
  const { userErrors } = await updatePage(admin, page, { groupRoleAssignments: rows });
  expect(userErrors).toEqual([]);
};

describe('who holds other roles than their page gives', () => {
  it('is nobody right after they have activated, and everybody once the page changes', async () => {
    await give(row(reader));
    const browser = app.browser(tenant.host);
    const email = 'ada@people.example';
    await register(browser, { email });
    const { secret } = await activationMail(app, email);
    expect(await activation(browser, { secret })).toBe('activated');
    expect(await stateOf(admin, page)).toMatchObject({ driftedCustomerCount: 0 });
    await give(row(writer), row(onGroup, meters));
    expect(await stateOf(admin, page)).toMatchObject({ driftedCustomerCount: 1 });
    expect(await driftOf(admin, page)).toEqual([
      `ada@people.example + ${writer.name} + ${onGroup.name} on ${meters.name} − ${reader.name}`,
    ]);
  });

  it('counts what was granted or deleted by hand', async () => {
    await give(row(reader), row(writer));
    const both = [{ role: reader }, { role: writer }];
    await addRegistrant(app, tenant, 'ada@people.example', ...both);
    const bob = await addRegistrant(app, tenant, 'bob@people.example', ...both);
    await admin.data(
      `mutation ($input: GrantPermissionInput!) { grantPermission(input: $input) { userErrors { code } } }`,
      { input: { userGroupId: bob, roleId: onGroup.id, entityGroupId: meters.id } },
    );
    expect(await driftOf(admin, page)).toEqual([
      `bob@people.example − ${onGroup.name} on ${meters.name}`,
    ]);
    // Whoever held it has lost it, and the page skips it: nobody differs by that.
    await remove(admin, 'deleteRole', writer);
    expect(await driftOf(admin, page)).toEqual([
      `bob@people.example − ${onGroup.name} on ${meters.name}`,
    ]);
  });
});

describe('applying the roles of a page', () => {
  it('gives and takes until everybody holds what the page gives, and writes it down', async () => {
    await give(row(writer), row(onGroup, meters));
    for (let n = 0; n < 60; n += 1) {
      await addRegistrant(app, tenant, `p${n}@people.example`, { role: reader });
    }
    const held = { role: writer };
    await addRegistrant(app, tenant, 'same@people.example', held, { role: onGroup, group: meters });
    expect(await applyRoles(admin, page)).toEqual([]);
    expect(await endOf(admin, page)).toEqual({
      ...{ state: 'DONE', total: 60, done: 60, failed: 0, stopReason: null },
    });
    expect(await driftOf(admin, page)).toEqual([]);
    const { auditLog } = await admin.data<{ auditLog: { nodes: { action: string }[] } }>(
      `{ auditLog(first: 100) { nodes { action } } }`,
    );
    const times = (action: string) => auditLog.nodes.filter((n) => n.action === action).length;
    expect(times('entity_group.roles_applied')).toBe(60);
    expect(times('self-registration.rollout_started')).toBe(1);
    expect(times('self-registration.rollout_done')).toBe(1);

    expect(await applyRoles(admin, page)).toEqual([]);
    expect(await endOf(admin, page)).toMatchObject({ state: 'DONE', total: 0, done: 0 });
  });

  it('is refused on what somebody saw before the page was saved again', async () => {
    const { revision } = await stateOf(admin, page);
    await give(row(reader));
    expect(await applyRoles(admin, page, revision)).toEqual(['REVISION_OUTDATED']);
  });

  it('is refused to whom the roles would give more than they hold', async () => {
    await give(row(writer));
    const rights = {
      SELF_REGISTRATION: ['ALL'],
      ROLE: ['READ'],
      USER_GROUP: ['ALL'],
      GROUP_PERMISSION: ['ALL'],
      DEVICE: ['READ'],
    };
    const clerk = await addClerk(app, admin, rights);
    expect(await applyRoles(clerk, page)).toEqual(['GRANT_EXCEEDS_OWN']);
    const { GROUP_PERMISSION: _none, ...fewer } = rights;
    const other = await addClerk(app, admin, fewer);
    await expect(applyRoles(other, page)).rejects.toThrow('GROUP_PERMISSION:CREATE');
  });
});

describe('a rollout that is under way', () => {
  it('stops when the one who started it may no longer give this', async () => {
    await give(row(reader));
    await addRegistrant(app, tenant, 'ada@people.example');
    const clerk = await addClerk(app, admin, {
      SELF_REGISTRATION: ['ALL'],
      ROLE: ['READ'],
      USER_GROUP: ['ALL'],
      GROUP_PERMISSION: ['ALL'],
      DEVICE: ['READ'],
    });
    const { me } = await clerk.data<{ me: { user: { id: string; roles: { id: string }[] } } }>(
      `{ me { user { id roles { id } } } }`,
    );
    const goOn = await startByHand(me.user.id);
    await changeRole(admin, me.user.roles[0]?.id ?? '', { ROLE: ['READ'] });
    expect(await goOn()).toBe(false);
    expect((await stateOf(admin, page)).roleRollout).toMatchObject({
      ...{ state: 'STOPPED', stopReason: 'GRANT_EXCEEDS_OWN', done: 0 },
    });
    expect(await driftOf(admin, page)).toEqual([`ada@people.example + ${reader.name}`]);
  });

  it('stops when the page gives something else meanwhile, and can be started anew', async () => {
    await give(row(reader));
    await addRegistrant(app, tenant, 'ada@people.example');
    const goOn = await startByHand(await idOf(admin));
    expect(await applyRoles(admin, page)).toEqual(['ALREADY_RUNNING']);
    await give(row(writer));
    expect(await goOn()).toBe(false);
    expect((await stateOf(admin, page)).roleRollout).toMatchObject({ stopReason: 'PAGE_CHANGED' });
    expect(await applyRoles(admin, page)).toEqual([]);
    expect(await endOf(admin, page)).toMatchObject({ state: 'DONE', done: 1 });
  });

  it('is stopped by hand: who was done keeps the roles, the others wait', async () => {
    await give(row(reader));
    for (let n = 0; n < 51; n += 1) await addRegistrant(app, tenant, `p${n}@people.example`);
    const goOn = await startByHand(await idOf(admin));
    expect(await goOn()).toBe(true);
    expect(await stopRollout(admin, page)).toEqual([]);
    expect(await goOn()).toBe(false);
    const stopped = { state: 'STOPPED', total: 51, done: 50, failed: 0, stopReason: 'BY_HAND' };
    expect(await stateOf(admin, page)).toMatchObject({
      driftedCustomerCount: 1,
      roleRollout: stopped,
    });
    const { auditLog } = await admin.data<{ auditLog: { nodes: object[] } }>(
      `{ auditLog(first: 1) { nodes { action actor after } } }`,
    );
    expect(auditLog.nodes).toEqual([
      {
        action: 'self-registration.rollout_stopped',
        actor: 'Ada Min',
        after: { done: 50, total: 51, failed: 0, reason: 'BY_HAND' },
      },
    ]);
    expect(await stopRollout(admin, page)).toEqual(['NOT_RUNNING']);
    expect(await applyRoles(admin, page)).toEqual([]);
    expect(await endOf(admin, page)).toMatchObject({ state: 'DONE', total: 1, done: 1 });
  });

  it('is stopped by nobody who may not write pages', async () => {
    const clerk = await addClerk(app, admin, { SELF_REGISTRATION: ['READ'] });
    await expect(stopRollout(clerk, page)).rejects.toThrow('SELF_REGISTRATION:WRITE');
  });

  it('leaves out whom it fails for, and gives the others their roles', async () => {
    await give(row(reader));
    const unlucky = await addRegistrant(app, tenant, 'ada@people.example');
    await addRegistrant(app, tenant, 'bob@people.example');
    const { roleAssignments } = app.server.slices.access;
    const goOn = await startByHand(await idOf(admin), {
      ...roleAssignments,
      replace: (tx, ids, wanted) =>
        ids.includes(unlucky)
          ? Promise.reject(new Error('Broken on purpose.'))
          : roleAssignments.replace(tx, ids, wanted),
    });
    while (await goOn());
    expect((await stateOf(admin, page)).roleRollout).toEqual({
      ...{ state: 'DONE', total: 2, done: 1, failed: 1, stopReason: null },
    });
    expect(await driftOf(admin, page)).toEqual([`ada@people.example + ${reader.name}`]);
  });
});

const idOf = async (by: Browser): Promise<string> =>
  (await by.data<{ me: { user: { id: string } } }>(`{ me { user { id } } }`)).me.user.id;

/** Starts a rollout that no queue works off; what it returns does one step. */
const startByHand = async (
  userId: string,
  roleAssignments: RoleAssignments = app.server.slices.access.roleAssignments,
): Promise<() => Promise<boolean>> => {
  const { database, identity } = app.server.slices;
  const rollouts = createRoleRollouts({
    transact: database.transact,
    clock: systemClock,
    log: createLog('silent'),
    recordAudit: createRecordAudit(systemClock),
    enqueue: () => Promise.resolve(),
    pages: selfRegistrationRows,
    roleAssignments,
    registrantGroups: registrantGroupRows,
    rollouts: roleRolloutRows,
    isActive: async (tx, id) => (await identity.users.find(tx, id)) !== null,
  });
  const principal = await database.transact(tenant.id, (tx) => loadPrincipal(tx, userId));
  if (!principal) throw new Error('There is no such user.');
  const viewer = { principal, actor: { kind: 'USER', id: userId, name: 'Somebody' } } as const;
  const started = await rollouts.start(viewer, page, (await stateOf(admin, page)).revision);
  if (!started.ok) throw new Error(JSON.stringify(started.failure));
  return () => rollouts.continue(tenant.id, started.value.id);
};
