import fc from 'fast-check';
import type { Entity } from '../../src/access/decision.js';
import { entityTypes, groupResourceOf, type GroupScope } from '../../src/access/entity-group.js';
import type { PermissionMap } from '../../src/access/generic-permissions.js';
import { directOwner, isInChain, type OwnerChain } from '../../src/access/owner-chain.js';
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
  idOf,
  otherChain,
  parentChain,
  tenantUser,
} from './sample-principals.js';

/** Every owner of the sample customers. */
const chains: readonly OwnerChain[] = [[], parentChain, childChain, otherChain];

/** One chosen group and the All group of each type for every owner. */
export const groups: readonly GroupScope[] = entityTypes.flatMap((type) =>
  chains.flatMap((chain) => [groupOf(type, chain), groupOf(type, chain, 'ALL')]),
);

/** Entities of every type and owner: in no chosen group, in each one alone, and in all of them. */
export const members: readonly (Entity & { readonly id: string; readonly groupIds: string[] })[] =
  entityTypes.flatMap((resource) =>
    chains.flatMap((ownerChain) => {
      const possible = groups
        .filter((group) => group.kind !== 'ALL' && group.type === resource)
        .filter((group) => isInChain(directOwner(group.ownerChain), ownerChain))
        .map((group) => group.id);
      const several = possible.length > 1 ? [possible] : [];
      return [[], ...possible.map((id) => [id]), ...several].map((groupIds) => {
        const id = idOf([resource, ownerChain[0], ...groupIds].join(' '));
        return { resource, id, ownerChain, groupIds };
      });
    }),
  );

export const groupsThemselves: readonly Entity[] = groups.map((group) => ({
  resource: groupResourceOf(group.type),
  id: group.id,
  ownerChain: group.ownerChain,
}));

/** In each chosen group something of an owner further below: a group may always hold such. */
const membersFromBelow: readonly Entity[] = groups
  .filter(({ kind }) => kind !== 'ALL')
  .map(({ id, type, ownerChain }) => ({
    resource: type,
    id: idOf(`member from below ${id}`),
    ownerChain: [idOf(`owner below ${id}`), ...ownerChain],
    groupIds: [id],
  }));

/** Everything there is to decide on. */
export const entities: readonly Entity[] = [
  ...members,
  ...membersFromBelow,
  ...groupsThemselves,
  ...resources.flatMap((resource) => chains.map((ownerChain) => ({ resource, ownerChain }))),
];

const someOperations: fc.Arbitrary<OperationOrAll[]> = fc.oneof(
  fc.constantFrom<OperationOrAll[]>(['ALL'], ['READ'], ['WRITE'], ['READ', 'DELETE']),
  fc.uniqueArray(fc.constantFrom<OperationOrAll>('ALL', ...operations), {
    minLength: 1,
    maxLength: 4,
  }),
);

const permissionMap: fc.Arbitrary<PermissionMap> = fc
  .uniqueArray(fc.tuple(fc.constantFrom<ResourceOrAll>('ALL', ...resources), someOperations), {
    maxLength: 4,
    selector: ([resource]) => resource,
  })
  .map((entries) => Object.fromEntries(entries));

/** Roles on groups are drawn from one type, so that they meet often enough to matter. */
const groupsOfOneType = groups.filter(({ type }) => type === 'DEVICE');

const genericRights: fc.Arbitrary<HeldRights> = fc
  .record({ permissions: permissionMap, excludedPermissions: permissionMap })
  .map((maps) => ({ rights: { type: 'GENERIC', ...maps }, group: null }));

const groupRights: fc.Arbitrary<HeldRights> = fc
  .record({
    operations: someOperations,
    group: fc.oneof(fc.constantFrom(...groupsOfOneType), fc.constantFrom(...groups)),
  })
  .map(({ operations: given, group }) => ({
    rights: { type: 'GROUP', operations: given } satisfies RoleRights,
    group,
  }));

export const anyRights: fc.Arbitrary<HeldRights> = fc.oneof(genericRights, groupRights);

export const anyHeld = fc.array(anyRights, { maxLength: 4 });
export const anyChain = fc.constantFrom(...chains);

/** Somebody of any owner with any roles. */
export const anyPrincipal: fc.Arbitrary<Principal> = fc
  .tuple(anyChain, anyHeld)
  .map(([chain, held]) => principalOf(chain, held));

export const principalOf = (chain: OwnerChain, held: readonly HeldRights[]): Principal => {
  const customerId = directOwner(chain);
  return customerId === null ? tenantUser(...held) : customerUser(customerId, ...held);
};
