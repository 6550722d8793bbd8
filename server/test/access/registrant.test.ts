import { beforeAll, describe, expect, it } from 'vitest';
import { loadPrincipal } from '../../src/access/index.js';
import { describeRegistrant } from '../../src/access/registrant.js';
import { done } from './access-api.js';
import { startAccessWorld, type AccessTenant, type AccessWorld } from './access-world.js';
import { newId } from '../../src/platform/ids.js';

let world: AccessWorld;
let tenant: AccessTenant;
let admin: string;

beforeAll(async () => {
  world = await startAccessWorld();
  tenant = await world.createTenant();
  admin = await tenant.addUser(null, 'Tenant Administrators');
});

interface Answer {
  readonly onOwnCustomer: string[];
  readonly onOwned: { readonly resource: string; readonly operations: string[] }[];
  readonly shared: {
    readonly entityGroup: { readonly name: string };
    readonly onMembers: string[];
    readonly onGroup: string[];
  }[];
  readonly problems: { readonly field: string[]; readonly code: string }[];
}

interface Row {
  readonly roleId: string;
  readonly entityGroupId?: string | null;
}

const ask = async (as: string, ...rows: Row[]): Promise<Answer> => {
  const { registrantPermissions } = await tenant.call<{ registrantPermissions: Answer }>(
    as,
    `query ($rows: [GroupRoleAssignmentInput!]!) {
       registrantPermissions(groupRoleAssignments: $rows) {
         onOwnCustomer onOwned { resource operations }
         shared { entityGroup { name } onMembers onGroup }
         problems { field code }
       }
     }`,
    { rows },
  );
  return registrantPermissions;
};

const groupRole = async (...operations: string[]) =>
  done(await tenant.api.createRole(admin, { name: newId(), type: 'GROUP', operations }));
const genericRole = async (permissions: object[], excludedPermissions: object[] = []) => {
  const fields = { name: newId(), type: 'GENERIC', permissions, excludedPermissions };
  return done(await tenant.api.createRole(admin, fields));
};
const deviceGroup = async (name: string) =>
  done(await tenant.api.createGroup(admin, { name, type: 'DEVICE' }));

describe('what a registrant will be able to do', () => {
  it('is what the engine says of somebody who really has registered', async () => {
    const { roleAssignments } = world.access;
    const meters = await deviceGroup('Meters');
    const rows = [
      {
        role: await genericRole(
          [
            { resource: 'DEVICE', operations: ['ALL'] },
            { resource: 'SELF_REGISTRATION', operations: ['ALL'] },
          ],
          [{ resource: 'DEVICE', operations: ['CHANGE_OWNER'] }],
        ),
        group: null,
      },
      { role: await genericRole([{ resource: 'CUSTOMER', operations: ['ALL'] }]), group: null },
      { role: await groupRole('ALL'), group: meters },
    ];
    const customerId = await tenant.addCustomer();
    const userId = await tenant.addUser(customerId);
    const assignments = rows.map(({ role, group }) => ({
      roleId: role.id,
      entityGroupId: group?.id ?? null,
    }));
    const viewer = await tenant.viewerOf(admin);

    const { previewed, real } = await tenant.inTenant(async (tx) => {
      const { faults, ...rights } = await roleAssignments.preview(tx, viewer, assignments);
      expect(faults).toEqual([]);
      const saved = rows.map(({ role, group }) => ({
        roleId: role.id,
        roleName: role.name,
        entityGroupId: group?.id ?? null,
        entityGroupName: group?.name ?? null,
      }));
      const { skipped } = await roleAssignments.give(tx, { customerId, userId }, saved);
      expect(skipped).toEqual([]);
      const principal = await loadPrincipal(tx, userId);
      const groups = rights.shared.map(({ group }) => group);
      return { previewed: rights, real: principal && describeRegistrant(principal, groups) };
    });

    expect(previewed).toEqual(real);
    expect(previewed.onOwned.map(({ resource }) => resource)).toEqual(['DEVICE', 'CUSTOMER']);
    expect(previewed.onOwnCustomer).not.toContain('DELETE');
    expect(previewed.shared).toHaveLength(1);
  });

  it('names shared groups with what counts there: never creating or deleting', async () => {
    const role = await groupRole('ALL');
    const { id } = await deviceGroup('Shared meters');
    const answer = await ask(admin, { roleId: role.id, entityGroupId: id });
    expect(answer.onOwned).toEqual([]);
    expect(answer.shared).toEqual([
      {
        entityGroup: { name: 'Shared meters' },
        onMembers: ['READ', 'WRITE', 'READ_ATTRIBUTES', 'WRITE_ATTRIBUTES'],
        onGroup: ['READ', 'READ_ATTRIBUTES', 'SHARE_GROUP'],
      },
    ]);
  });

  it('says with the table what would keep it from being saved', async () => {
    const role = await groupRole('READ');
    const { id } = await deviceGroup('Twice');
    const row = { roleId: role.id, entityGroupId: id };
    const answer = await ask(admin, row, row, { roleId: role.id }, { roleId: newId() });
    expect(answer.problems.map(({ field, code }) => `${field.join('.')} ${code}`)).toEqual([
      'groupRoleAssignments.1.roleId DUPLICATE',
      'groupRoleAssignments.2.entityGroupId REQUIRED',
      'groupRoleAssignments.3.roleId NOT_FOUND',
    ]);
    expect(answer.shared).toHaveLength(1);
  });

  it('warns a clerk who holds less than the roles would give', async () => {
    const clerkRole = await genericRole([
      { resource: 'SELF_REGISTRATION', operations: ['READ'] },
      { resource: 'ROLE', operations: ['READ'] },
    ]);
    const clerk = await tenant.addUser(null);
    const { id: clerks } = done(
      await tenant.api.createGroup(admin, { name: 'Clerks', type: 'USER', memberIds: [clerk] }),
    );
    done(await tenant.api.grant(admin, { userGroupId: clerks, roleId: clerkRole.id }));
    const wide = await genericRole([{ resource: 'DEVICE', operations: ['READ'] }]);
    const answer = await ask(clerk, { roleId: wide.id });
    expect(answer.problems.map(({ code }) => code)).toEqual(['GRANT_EXCEEDS_OWN']);
    expect(answer.onOwned).toEqual([{ resource: 'DEVICE', operations: ['READ'] }]);
  });

  it('is nobody’s business who may not read sign-up pages', async () => {
    const customerId = await tenant.addCustomer();
    const stranger = await tenant.addUser(customerId, 'Customer Administrators');
    await expect(ask(stranger)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
