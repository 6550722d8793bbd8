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
  child,
  other,
  parent,
} from '../../test/access/sample-principals.js';
import { holdsSomewhere, may, operationsOn, type Entity } from './decision.js';
import { ownedByTenant } from './owner-chain.js';
import { operationsOf, type Operation } from './permission-matrix.js';
import type { Principal } from './principal.js';

const all = generic({ ALL: ['ALL'] });
const device = (ownerChain: readonly string[], ...groupIds: string[]): Entity => ({
  resource: 'DEVICE',
  id: 'device',
  ownerChain,
  groupIds,
});
const customer = (id: string, ownerChain: readonly string[]): Entity => ({
  resource: 'CUSTOMER',
  id,
  ownerChain,
});

describe('generic permissions', () => {
  it.each<[string, Principal, Entity, boolean]>([
    ['tenant user, owned by the tenant', tenantUser(all), device(ownedByTenant), true],
    ['tenant user, owned by a grandchild', tenantUser(all), device(childChain), true],
    ['tenant user without roles', tenantUser(), device(ownedByTenant), false],
    ['customer user, own customer', customerUser(parent, all), device(parentChain), true],
    ['customer user, a descendant', customerUser(parent, all), device(childChain), true],
    ['customer user, the parent', customerUser(child, all), device(parentChain), false],
    ['customer user, a sibling', customerUser(parent, all), device(otherChain), false],
    ['customer user, the tenant', customerUser(parent, all), device(ownedByTenant), false],
    ['customer user, own customer itself', customerUser(parent, all), customer(parent, []), true],
    ['customer user, a sub-customer', customerUser(parent, all), customer(child, [parent]), true],
    ['customer user, another customer', customerUser(parent, all), customer(other, []), false],
    ['customer user, the parent itself', customerUser(child, all), customer(parent, []), false],
  ])('%s', (_, principal, entity, allowed) => {
    expect(may(principal, 'READ', entity)).toBe(allowed);
    expect(may(principal, 'WRITE', entity)).toBe(allowed);
  });

  it('decides creating by the new owner', () => {
    const principal = customerUser(child, all);
    const create = (ownerChain: readonly string[]) =>
      may(principal, 'CREATE', { resource: 'DEVICE', ownerChain });
    expect([create(childChain), create(parentChain), create([])]).toEqual([true, false, false]);
  });

  it('counts for the named resource and operation only', () => {
    const principal = tenantUser(generic({ DEVICE: ['READ'] }));
    expect(operationsOn(principal, device([]))).toEqual(['READ']);
    expect(operationsOn(principal, { resource: 'ASSET', ownerChain: [] })).toEqual([]);
  });
});

describe('a role on a group that holds the entity', () => {
  const shared = groupOf('DEVICE', ownedByTenant);
  const own = groupOf('DEVICE', parentChain);
  const outcome = (principal: Principal, group: { id: string }, chain: readonly string[]) =>
    operationsOn(principal, device(chain, group.id));

  it('gives a customer what the table allows in a group shared by the tenant', () => {
    const principal = customerUser(parent, onGroup(shared, 'ALL'));
    expect(outcome(principal, shared, ownedByTenant)).toEqual([
      'READ',
      'WRITE',
      'READ_ATTRIBUTES',
      'WRITE_ATTRIBUTES',
    ]);
  });

  const withCreateAndDelete: Operation[] = [
    'READ',
    'WRITE',
    'CREATE',
    'DELETE',
    'READ_ATTRIBUTES',
    'WRITE_ATTRIBUTES',
  ];
  it.each<[string, Principal, Operation[]]>([
    [
      'the group is of the own customer',
      customerUser(parent, onGroup(own, 'ALL')),
      withCreateAndDelete,
    ],
    [
      'the own customer stands above the group',
      tenantUser(onGroup(own, 'ALL')),
      withCreateAndDelete,
    ],
  ])('creates and deletes only where %s', (_, principal, expected) => {
    expect(outcome(principal, own, parentChain)).toEqual(expected);
  });

  it('does not create or delete for an owner below the group', () => {
    const principal = customerUser(child, onGroup(own, 'ALL'));
    expect(outcome(principal, own, parentChain)).not.toContain('DELETE');
    expect(outcome(principal, own, parentChain)).not.toContain('CREATE');
  });

  it.each<Operation>(['ADD_TO_GROUP', 'REMOVE_FROM_GROUP', 'CHANGE_OWNER', 'IMPERSONATE'])(
    'never gives %s',
    (operation) => {
      const group = groupOf('USER', ownedByTenant);
      const principal = tenantUser(onGroup(group, 'ALL', operation));
      const user: Entity = { resource: 'USER', id: 'user', ownerChain: [], groupIds: [group.id] };
      const itself: Entity = { resource: 'USER_GROUP', id: group.id, ownerChain: [] };
      expect(may(principal, operation, user)).toBe(false);
      expect(may(principal, operation, itself)).toBe(false);
    },
  );

  it('says nothing about entities outside the group, or of another type', () => {
    const principal = customerUser(parent, onGroup(shared, 'ALL'));
    expect(may(principal, 'READ', device(ownedByTenant))).toBe(false);
    expect(may(principal, 'READ', device(ownedByTenant, 'another group'))).toBe(false);
    const asset: Entity = { resource: 'ASSET', id: 'a', ownerChain: [], groupIds: [shared.id] };
    expect(may(principal, 'READ', asset)).toBe(false);
  });

  it('adds to what the generic roles give', () => {
    const principal = customerUser(parent, generic({ DEVICE: ['READ'] }), onGroup(own, 'WRITE'));
    expect(operationsOn(principal, device(parentChain, own.id))).toEqual(['READ', 'WRITE']);
    expect(operationsOn(principal, device(childChain))).toEqual(['READ']);
  });
});

describe('a role on an All group', () => {
  it.each<[string, readonly string[], boolean]>([
    ['its owner exactly', parentChain, true],
    ['a descendant of its owner', childChain, false],
    ['another customer', otherChain, false],
    ['the tenant', ownedByTenant, false],
  ])('reaches what is owned by %s: %s', (_, chain, allowed) => {
    const everything = groupOf('DEVICE', parentChain, 'ALL');
    expect(may(tenantUser(onGroup(everything, 'READ')), 'READ', device(chain))).toBe(allowed);
  });

  it('of the tenant reaches what the tenant owns, not what customers own', () => {
    const principal = customerUser(other, onGroup(groupOf('DEVICE', [], 'ALL'), 'READ'));
    expect(may(principal, 'READ', device(ownedByTenant))).toBe(true);
    expect(may(principal, 'READ', device(parentChain))).toBe(false);
  });
});

describe('the group itself', () => {
  const shared = groupOf('DEVICE', ownedByTenant);
  const own = groupOf('DEVICE', parentChain);
  const itself = ({ id, ownerChain }: typeof own): Entity => ({
    resource: 'DEVICE_GROUP',
    id,
    ownerChain,
  });

  it('is read and shared through a group role, never changed without owning it', () => {
    expect(operationsOn(customerUser(parent, onGroup(shared, 'ALL')), itself(shared))).toEqual([
      'READ',
      'READ_ATTRIBUTES',
      'SHARE_GROUP',
    ]);
  });

  it('is changed and deleted through a group role by who owns it, but not created', () => {
    expect(operationsOn(customerUser(parent, onGroup(own, 'ALL')), itself(own))).toEqual([
      'READ',
      'WRITE',
      'DELETE',
      'READ_ATTRIBUTES',
      'WRITE_ATTRIBUTES',
      'SHARE_GROUP',
    ]);
  });

  it('is filled by a generic role over its owner', () => {
    const principal = customerUser(parent, generic({ DEVICE_GROUP: ['ADD_TO_GROUP'] }));
    expect(may(principal, 'ADD_TO_GROUP', itself(own))).toBe(true);
    expect(may(principal, 'ADD_TO_GROUP', itself(shared))).toBe(false);
  });

  it('is not reached by a role on another group', () => {
    const principal = tenantUser(onGroup(groupOf('DEVICE', [], 'ALL'), 'ALL'));
    expect(may(principal, 'READ', itself(shared))).toBe(false);
  });
});

describe('protections', () => {
  it.each<Operation>(['DELETE', 'CHANGE_OWNER'])(
    'nobody has %s on the own customer',
    (operation) => {
      const principal = customerUser(child, all);
      expect(may(principal, operation, customer(child, parentChain))).toBe(false);
      const above = customerUser(parent, all);
      expect(may(above, operation, customer(child, parentChain))).toBe(true);
    },
  );

  it('nobody deletes, re-owns or signs in as themselves', () => {
    const principal = tenantUser(all);
    const self: Entity = { resource: 'USER', id: principal.userId, ownerChain: [] };
    const missing = operationsOf.USER.filter(
      (name) => !operationsOn(principal, self).includes(name),
    );
    expect(missing).toEqual(['DELETE', 'CHANGE_OWNER', 'IMPERSONATE']);
    expect(operationsOn(principal, { ...self, id: 'another' })).toEqual([...operationsOf.USER]);
  });

  it('withholds what nobody can do with the very row', () => {
    const role: Entity = {
      resource: 'ROLE',
      id: 'r',
      ownerChain: [],
      withheld: ['WRITE', 'DELETE'],
    };
    const operations = operationsOn(tenantUser(all), role);
    expect(operations).toContain('READ');
    expect(operations).not.toContain('WRITE');
    expect(operations).not.toContain('DELETE');
  });
});

describe('holding something somewhere', () => {
  it.each<[string, Principal, boolean]>([
    ['generically', customerUser(parent, generic({ DEVICE: ['READ'] })), true],
    ['on a group', customerUser(parent, onGroup(groupOf('DEVICE', []), 'READ')), true],
    [
      'on a group of another type',
      customerUser(parent, onGroup(groupOf('ASSET', []), 'READ')),
      false,
    ],
    ['nowhere', customerUser(parent), false],
  ])('%s', (_, principal, expected) => {
    expect(holdsSomewhere(principal, 'DEVICE', 'READ')).toBe(expected);
  });
});
