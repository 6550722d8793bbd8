import { describe, expect, it } from 'vitest';
import { expandPermissions, type PermissionMap } from './generic-permissions.js';
import { operationsOf, resources } from './permission-matrix.js';
import { addedRights, expandRights, givesNothing, type RoleRights } from './role-rights.js';

const listed = (permissions: PermissionMap, excludedPermissions: PermissionMap = {}) => {
  const rights = expandRights({ type: 'GENERIC', permissions, excludedPermissions });
  return rights.type === 'GENERIC'
    ? Object.fromEntries([...rights.permissions].map(([name, given]) => [name, [...given]]))
    : {};
};

describe('expanding a generic role', () => {
  it('takes ALL:ALL as every operation that each resource has', () => {
    expect(listed({ ALL: ['ALL'] })).toEqual(operationsOf);
  });

  it('keeps an operation on ALL to the resources that have it', () => {
    expect(listed({ ALL: ['SHARE_GROUP', 'IMPERSONATE'] })).toEqual({
      USER: ['IMPERSONATE'],
      CUSTOMER_GROUP: ['SHARE_GROUP'],
      USER_GROUP: ['SHARE_GROUP'],
      DEVICE_GROUP: ['SHARE_GROUP'],
      ASSET_GROUP: ['SHARE_GROUP'],
      DASHBOARD_GROUP: ['SHARE_GROUP'],
    });
  });

  it('takes exclusions off after ALL is expanded', () => {
    const given = listed({ ALL: ['ALL'] }, { DEVICE: ['DELETE'], ROLE: ['ALL'] });
    expect(given['DEVICE']).toEqual(operationsOf.DEVICE.filter((name) => name !== 'DELETE'));
    expect(given['ROLE']).toBeUndefined();
    expect(given['ASSET']).toEqual([...operationsOf.ASSET]);
  });

  it('lets an exclusion on ALL take from every resource', () => {
    const given = listed({ DEVICE: ['READ', 'DELETE'], ASSET: ['ALL'] }, { ALL: ['DELETE'] });
    expect(given['DEVICE']).toEqual(['READ']);
    expect(given['ASSET']).not.toContain('DELETE');
  });

  it('drops what its resource does not have', () => {
    expect([...expandPermissions({ PROFILE: ['DELETE'], AUDIT_LOG: ['WRITE'] })]).toEqual([]);
  });
});

describe('what a changed role adds', () => {
  const role = (permissions: PermissionMap): RoleRights => ({
    type: 'GENERIC',
    permissions,
    excludedPermissions: {},
  });
  const added = (before: RoleRights, after: RoleRights) =>
    addedRights(expandRights(before), expandRights(after));

  it('is nothing when wildcards are written out', () => {
    const writtenOut = Object.fromEntries(resources.map((name) => [name, operationsOf[name]]));
    expect(givesNothing(added(role({ ALL: ['ALL'] }), role(writtenOut)))).toBe(true);
  });

  it('is what an exclusion no longer takes off', () => {
    const before: RoleRights = {
      type: 'GENERIC',
      permissions: { DEVICE: ['ALL'] },
      excludedPermissions: { DEVICE: ['DELETE'] },
    };
    expect(added(before, role({ DEVICE: ['ALL'] }))).toEqual({
      type: 'GENERIC',
      permissions: new Map([['DEVICE', new Set(['DELETE'])]]),
    });
  });

  it('is the new operations of a group role', () => {
    const before: RoleRights = { type: 'GROUP', operations: ['READ'] };
    const after: RoleRights = { type: 'GROUP', operations: ['READ', 'WRITE'] };
    expect(added(before, after)).toEqual({ type: 'GROUP', operations: new Set(['WRITE']) });
    expect(givesNothing(added(after, before))).toBe(true);
  });
});
