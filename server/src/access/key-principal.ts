import { expandPermissions, type PermissionMap } from './generic-permissions.js';
import type { Grant } from './grant.js';
import { ownedByTenant } from './owner-chain.js';
import { mergePermissions, type Principal } from './principal.js';

const rightsOf = (permissions: PermissionMap) =>
  ({ type: 'GENERIC', permissions, excludedPermissions: {} }) as const;

/** A tool with an API key acts for the tenant, with what the key holds and nothing else. */
export const keyPrincipal = (key: {
  readonly tenantId: string;
  readonly keyId: string;
  readonly permissions: PermissionMap;
}): Principal => ({
  tenantId: key.tenantId,
  userId: key.keyId,
  authority: 'TENANT_ADMIN',
  customerId: null,
  permissions: mergePermissions('TENANT_ADMIN', [
    { rights: rightsOf(key.permissions), group: null },
  ]),
});

/** What a key would give to whoever has it. */
export const grantToKey = (permissions: PermissionMap): Grant => ({
  rights: { type: 'GENERIC', permissions: expandPermissions(permissions) },
  group: null,
  receivers: { authority: 'TENANT_ADMIN', ownerChain: ownedByTenant },
});
