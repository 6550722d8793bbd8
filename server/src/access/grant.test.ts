import { describe, expect, it } from 'vitest';
import {
  childChain,
  customerUser,
  generic,
  groupOf,
  onGroup,
  otherChain,
  parentChain,
  tenantUser,
  parent,
} from '../../test/access/sample-principals.js';
import type { GroupScope } from './entity-group.js';
import type { PermissionMap } from './generic-permissions.js';
import { mayGrant, type Grant, type Receivers } from './grant.js';
import type { OperationOrAll } from './permission-matrix.js';
import type { Principal } from './principal.js';
import { expandRights } from './role-rights.js';

const tenantUsers: Receivers = { authority: 'TENANT_ADMIN', ownerChain: [] };
const usersOf = (ownerChain: readonly string[]): Receivers => ({
  authority: 'CUSTOMER_USER',
  ownerChain,
});
const role = (permissions: PermissionMap, receivers: Receivers): Grant => ({
  rights: expandRights({ type: 'GENERIC', permissions, excludedPermissions: {} }),
  group: null,
  receivers,
});
const roleOn = (group: GroupScope, ...operations: OperationOrAll[]): Grant => ({
  rights: expandRights({ type: 'GROUP', operations }),
  group,
  receivers: usersOf(parentChain),
});

const administrator = tenantUser(generic({ ALL: ['ALL'] }));
const customerAdministrator = customerUser(parent, generic({ ALL: ['ALL'] }));
const reader = tenantUser(generic({ ALL: ['READ', 'READ_ATTRIBUTES'] }));

describe('granting a generic role', () => {
  const everything: PermissionMap = { ALL: ['ALL'] };
  it.each<[string, Principal, Grant, boolean]>([
    ['an administrator makes another', administrator, role(everything, tenantUsers), true],
    ['a reader makes no administrator', reader, role(everything, tenantUsers), false],
    [
      'a reader makes no customer administrator',
      reader,
      role(everything, usersOf(parentChain)),
      false,
    ],
    ['a reader makes a reader', reader, role({ DEVICE: ['READ'] }, tenantUsers), true],
    [
      'a customer administrator makes another, whom the authority caps',
      customerAdministrator,
      role(everything, usersOf(parentChain)),
      true,
    ],
    ['… for a sub-customer', customerAdministrator, role(everything, usersOf(childChain)), true],
    [
      '… not for another customer',
      customerAdministrator,
      role(everything, usersOf(otherChain)),
      false,
    ],
    ['… not for customers to come', customerAdministrator, role(everything, usersOf([])), false],
    ['… not in the tenant', customerAdministrator, role(everything, tenantUsers), false],
    [
      'the cap of the receiver makes a dangerous name harmless',
      customerAdministrator,
      role({ DOMAIN: ['ALL'], DEVICE: ['READ'] }, usersOf(parentChain)),
      true,
    ],
    [
      'a customer user makes no other customer user with more',
      customerUser(parent, generic({ USER: ['ALL'] })),
      role({ DEVICE: ['READ'] }, usersOf(parentChain)),
      false,
    ],
  ])('%s', (_, principal, grant, allowed) => {
    expect(mayGrant(principal, [grant]).allowed).toBe(allowed);
  });

  it('names what is missing', () => {
    expect(mayGrant(reader, [role({ DEVICE: ['READ', 'WRITE'] }, tenantUsers)]).missing).toEqual([
      { resource: 'DEVICE', operation: 'WRITE', groupId: null },
    ]);
  });

  it('is not replaced by the same operations on a group', () => {
    const group = groupOf('DEVICE', parentChain, 'ALL');
    const principal = customerUser(parent, onGroup(group, 'ALL'));
    expect(mayGrant(principal, [role({ DEVICE: ['READ'] }, usersOf(parentChain))]).allowed).toBe(
      false,
    );
  });
});

describe('granting a role on a group', () => {
  const shared = groupOf('DEVICE', []);
  const own = groupOf('DEVICE', parentChain);
  it.each<[string, Principal, Grant, boolean]>([
    ['an administrator shares all', administrator, roleOn(shared, 'ALL'), true],
    ['a reader shares reading', reader, roleOn(shared, 'READ'), true],
    ['a reader shares no writing', reader, roleOn(shared, 'READ', 'WRITE'), false],
    ['a customer shares all of its own group', customerAdministrator, roleOn(own, 'ALL'), true],
    [
      'a customer shares nothing of the tenant',
      customerAdministrator,
      roleOn(shared, 'READ'),
      false,
    ],
    [
      'who was given reading passes reading on',
      customerUser(parent, onGroup(shared, 'READ', 'SHARE_GROUP')),
      roleOn(shared, 'READ'),
      true,
    ],
    [
      'who was given reading passes no writing on',
      customerUser(parent, onGroup(shared, 'READ', 'SHARE_GROUP')),
      roleOn(shared, 'WRITE'),
      false,
    ],
    [
      'who can delete nowhere in a shared group passes no deleting on',
      customerUser(parent, onGroup(shared, 'ALL')),
      roleOn(shared, 'DELETE'),
      false,
    ],
    [
      'devices without their group are not enough: the role also shows the group',
      tenantUser(generic({ DEVICE: ['READ'] })),
      roleOn(shared, 'READ'),
      false,
    ],
    [
      'a role on the All group of the same owner is not enough: the group may hold more',
      tenantUser(onGroup(groupOf('DEVICE', parentChain, 'ALL'), 'ALL')),
      roleOn(own, 'READ'),
      false,
    ],
  ])('%s', (_, principal, grant, allowed) => {
    expect(mayGrant(principal, [grant]).allowed).toBe(allowed);
  });

  it('names the group on which something is missing', () => {
    expect(mayGrant(customerAdministrator, [roleOn(shared, 'READ')]).missing).toEqual([
      { resource: 'DEVICE', operation: 'READ', groupId: shared.id },
      { resource: 'DEVICE_GROUP', operation: 'READ', groupId: shared.id },
    ]);
  });
});

it('refuses several grants for the fault of one', () => {
  const fine = role({ DEVICE: ['READ'] }, tenantUsers);
  const beyond = role({ DEVICE: ['DELETE'] }, tenantUsers);
  expect(mayGrant(reader, [fine, beyond]).allowed).toBe(false);
  expect(mayGrant(reader, [fine]).allowed).toBe(true);
  expect(mayGrant(reader, []).allowed).toBe(true);
});
