import fc from 'fast-check';
import type { Entity } from '../../src/access/decision.js';
import { entityTypes, groupResourceOf, type GroupScope } from '../../src/access/entity-group.js';
import type { PermissionMap } from '../../src/access/generic-permissions.js';
import { isInChain, directOwner, type OwnerChain } from '../../src/access/owner-chain.js';
import {
  operations,
  resources,
  type OperationOrAll,
  type ResourceOrAll,
} from '../../src/access/permission-matrix.js';
import type { HeldRights, Principal } from '../../src/access/principal.js';
import type { RoleRights } from '../../src/access/role-rights.js';
import {
  childChain,
  customerUser,
  groupOf,
  otherChain,
  parentChain,
  tenantUser,
} from './sample-principals.js';

/** Every owner of the sample customers. */
export const chains: readonly OwnerChain[] = [[], parentChain, childChain, otherChain];

/** One chosen group and the All group of each type for every owner. */
export const groups: readonly GroupScope[] = entityTypes.flatMap((type) =>
  chains.flatMap((chain) => [groupOf(type, chain), groupOf(type, chain, 'ALL')]),
);

const someOperations: fc.Arbitrary<OperationOrAll[]> = fc.uniqueArray(
  fc.constantFrom<OperationOrAll>('ALL', ...operations),
  { minLength: 1, maxLength: 4 },
);

const permissionMap: fc.Arbitrary<PermissionMap> = fc
  .uniqueArray(fc.tuple(fc.constantFrom<ResourceOrAll>('ALL', ...resources), someOperations), {
    maxLength: 4,
    selector: ([resource]) => resource,
  })
  .map((entries) => Object.fromEntries(entries));

export const anyRights: fc.Arbitrary<RoleRights> = fc.oneof(
  fc.record({
    type: fc.constant('GENERIC' as const),
    permissions: permissionMap,
    excludedPermissions: permissionMap,
  }),
  fc.record({ type: fc.constant('GROUP' as const), operations: someOperations }),
);

export const anyGroup = fc.constantFrom(...groups);

const heldRights: fc.Arbitrary<HeldRights> = fc
  .tuple(anyRights, anyGroup)
  .map(([rights, group]) => ({ rights, group: rights.type === 'GROUP' ? group : null }));

/** Somebody of any owner with any roles. */
export const anyPrincipal: fc.Arbitrary<Principal> = fc
  .tuple(fc.constantFrom(...chains), fc.array(heldRights, { maxLength: 4 }))
  .map(([chain, held]) => principalOf(chain, held));

export const principalOf = (chain: OwnerChain, held: readonly HeldRights[]): Principal => {
  const customerId = directOwner(chain);
  return customerId === null ? tenantUser(...held) : customerUser(customerId, ...held);
};

/** An entity with groups that can hold it: their owner is among its owners. */
export const anyMember: fc.Arbitrary<Entity> = fc
  .tuple(fc.constantFrom(...entityTypes), fc.constantFrom(...chains))
  .chain(([resource, ownerChain]) => {
    const possible = groups.filter(
      (group) =>
        group.kind !== 'ALL' &&
        group.type === resource &&
        isInChain(directOwner(group.ownerChain), ownerChain),
    );
    return fc
      .subarray(possible.map((group) => group.id))
      .map((groupIds) => ({ resource, id: 'entity', ownerChain, groupIds }));
  });

export const anyGroupItself: fc.Arbitrary<Entity> = anyGroup.map((group) => ({
  resource: groupResourceOf(group.type),
  id: group.id,
  ownerChain: group.ownerChain,
}));

/** What has no groups: settings, audit log and the like. */
export const anySetting: fc.Arbitrary<Entity> = fc
  .tuple(fc.constantFrom(...resources), fc.constantFrom(...chains))
  .map(([resource, ownerChain]) => ({ resource, id: 'setting', ownerChain }));

export const anyEntity: fc.Arbitrary<Entity> = fc.oneof(anyMember, anyGroupItself, anySetting);
