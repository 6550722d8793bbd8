import { expect, it } from 'vitest';
import {
  customerUser,
  generic,
  groupOf,
  onGroup,
  tenantUser,
  parent,
} from '../../test/access/sample-principals.js';
import { mergePermissions } from './principal.js';
import { resources } from './permission-matrix.js';

const all = generic({ ALL: ['ALL'] });

it('gives a tenant administrator with ALL:ALL every resource', () => {
  expect([...tenantUser(all).permissions.generic.keys()]).toEqual(resources);
});

it('never lifts a customer user above the authority, ALL:ALL or not', () => {
  expect([...customerUser(parent, all).permissions.generic.keys()]).toEqual([
    'DEVICE',
    'ASSET',
    'DASHBOARD',
    'CUSTOMER',
    'USER',
    'ROLE',
    'CUSTOMER_GROUP',
    'USER_GROUP',
    'DEVICE_GROUP',
    'ASSET_GROUP',
    'DASHBOARD_GROUP',
    'GROUP_PERMISSION',
    'PROFILE',
  ]);
});

it('leaves a system administrator nothing of what tenants own', () => {
  const { generic: held } = mergePermissions('SYS_ADMIN', [all]);
  const ownMail = ['MAIL_SETTINGS', 'MAIL_TEMPLATE', 'MAIL_MESSAGE'];
  expect([...held.keys()]).toEqual([...ownMail, 'AUDIT_LOG', 'PROFILE']);
});

it('unites generic roles and denies what none names', () => {
  const { generic: held } = tenantUser(
    generic({ DEVICE: ['READ'] }),
    generic({ DEVICE: ['WRITE'], ASSET: ['READ'] }),
  ).permissions;
  expect(held).toEqual(
    new Map([
      ['DEVICE', new Set(['READ', 'WRITE'])],
      ['ASSET', new Set(['READ'])],
    ]),
  );
});

it('keeps the exclusions of one role from touching another', () => {
  const held = tenantUser(
    generic({ DEVICE: ['ALL'] }, { DEVICE: ['DELETE'] }),
    generic({ DEVICE: ['DELETE'] }),
  ).permissions.generic;
  expect(held.get('DEVICE')).toContain('DELETE');
});

it('unites the roles held on one group, and keeps groups apart', () => {
  const one = groupOf('DEVICE', []);
  const other = groupOf('ASSET', []);
  const { groups } = tenantUser(
    onGroup(one, 'READ'),
    onGroup(one, 'WRITE'),
    onGroup(other, 'READ'),
  ).permissions;
  expect(groups.get(one.id)).toEqual({ ...one, operations: new Set(['READ', 'WRITE']) });
  expect(groups.get(other.id)).toEqual({ ...other, operations: new Set(['READ']) });
});

it('leaves out of ALL on a group what a group role never gives', () => {
  const group = groupOf('USER', []);
  const held = tenantUser(onGroup(group, 'ALL')).permissions.groups.get(group.id);
  expect([...(held?.operations ?? [])]).toEqual([
    'READ',
    'WRITE',
    'CREATE',
    'DELETE',
    'READ_ATTRIBUTES',
    'WRITE_ATTRIBUTES',
    'SHARE_GROUP',
  ]);
});
