import { createHash } from 'node:crypto';
import type { EntityGroupKind, EntityType, GroupScope } from '../../src/access/entity-group.js';
import type { PermissionMap } from '../../src/access/generic-permissions.js';
import type { OwnerChain } from '../../src/access/owner-chain.js';
import type { OperationOrAll } from '../../src/access/permission-matrix.js';
import { mergePermissions, type HeldRights, type Principal } from '../../src/access/principal.js';

/** The same text always gives the same id, so that failures can be read. */
export const idOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5');
};

export const sampleTenant = idOf('tenant');

/** Customers of the samples: `child` is owned by `parent`, `other` stands beside them. */
export const parent = idOf('parent');
export const child = idOf('child');
export const other = idOf('other');
export const parentChain: OwnerChain = [parent];
export const childChain: OwnerChain = [child, parent];
export const otherChain: OwnerChain = [other];

export const generic = (
  permissions: PermissionMap,
  excludedPermissions: PermissionMap = {},
): HeldRights => ({ rights: { type: 'GENERIC', permissions, excludedPermissions }, group: null });

export const onGroup = (
  group: GroupScope,
  ...operations: readonly OperationOrAll[]
): HeldRights => ({ rights: { type: 'GROUP', operations }, group });

export const groupOf = (
  type: EntityType,
  ownerChain: OwnerChain,
  kind: EntityGroupKind = 'CUSTOM',
): GroupScope => ({
  id: idOf(`${type} ${kind} ${ownerChain[0]}`),
  type,
  kind,
  ownerChain,
});

export const tenantUser = (...held: HeldRights[]): Principal => ({
  tenantId: sampleTenant,
  userId: idOf('tenant user'),
  authority: 'TENANT_ADMIN',
  customerId: null,
  permissions: mergePermissions('TENANT_ADMIN', held),
});

export const customerUser = (customerId: string, ...held: HeldRights[]): Principal => ({
  tenantId: sampleTenant,
  userId: idOf(`user of ${customerId}`),
  authority: 'CUSTOMER_USER',
  customerId,
  permissions: mergePermissions('CUSTOMER_USER', held),
});
