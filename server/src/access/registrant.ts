import { newId } from '../platform/ids.js';
import { resourcesWithin } from './authority.js';
import { operationsOn } from './decision.js';
import { groupResourceOf, type EntityGroup } from './entity-group.js';
import { ownedByTenant } from './owner-chain.js';
import { resources, type Operation, type Resource } from './permission-matrix.js';
import { mergePermissions, type Principal } from './principal.js';
import { misfit, type ResolvedAssignment } from './role-assignment.js';

/**
 * Somebody who registers with these roles, as decisions will see them: in a customer of their own
 * that the tenant owns. Their only user group holds nothing by itself, so this is all they have.
 */
export const registrantPrincipal = (
  tenantId: string,
  assignments: readonly ResolvedAssignment[],
): Principal => {
  const given = assignments.filter((assignment, index) => !misfit(assignment, index));
  const held = given.map(({ role, entityGroup }) => ({ rights: role.rights, group: entityGroup }));
  return {
    tenantId,
    userId: newId(),
    authority: 'CUSTOMER_USER',
    customerId: newId(),
    permissions: mergePermissions('CUSTOMER_USER', held),
  };
};

/** What a registrant may do with an entity group of somebody else. */
export interface SharedGroup {
  readonly group: EntityGroup;
  /** With what the group holds. */
  readonly onMembers: readonly Operation[];
  /** With the group itself. */
  readonly onGroup: readonly Operation[];
}

/** Everything that a registrant may do, in the order of the matrix. */
export interface RegistrantRights {
  /** With the customer that is made for them. */
  readonly onOwnCustomer: readonly Operation[];
  /** With what this customer, or one below it, owns; only resources where there is anything. */
  readonly onOwned: readonly { resource: Resource; operations: readonly Operation[] }[];
  readonly shared: readonly SharedGroup[];
}

/** Asks the engine about everything that a registrant could meet. */
export const describeRegistrant = (
  registrant: Principal,
  groups: readonly EntityGroup[],
): RegistrantRights => {
  const { customerId, authority } = registrant;
  const own = customerId === null ? [] : [customerId];
  const within = resourcesWithin(authority);
  const customer = { resource: 'CUSTOMER', id: own[0] ?? '', ownerChain: ownedByTenant } as const;
  const onOwned = resources
    .filter((resource) => within.has(resource))
    .map((resource) => ({
      resource,
      operations: operationsOn(registrant, { resource, ownerChain: own }),
    }));
  return {
    // It exists already: making customers is about those below it.
    onOwnCustomer: operationsOn(registrant, customer).filter((name) => name !== 'CREATE'),
    onOwned: onOwned.filter(({ operations }) => operations.length > 0),
    shared: distinct(groups).map((group) => describeGroup(registrant, group)),
  };
};

const describeGroup = (registrant: Principal, group: EntityGroup): SharedGroup => {
  const { id, type, ownerChain } = group;
  const member = { resource: type, ownerChain, groupIds: [id] };
  const itself = { resource: groupResourceOf(type), id, ownerChain };
  return {
    group,
    onMembers: operationsOn(registrant, member),
    onGroup: operationsOn(registrant, itself),
  };
};

const distinct = (groups: readonly EntityGroup[]): EntityGroup[] => [
  ...new Map(groups.map((group) => [group.id, group])).values(),
];
