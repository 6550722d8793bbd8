import { groupResourceOf, isGroupResource, type GroupScope } from './entity-group.js';
import { includes } from './generic-permissions.js';
import { reachOf, type GroupRoleTarget } from './group-role.js';
import { directOwner, isInChain, type OwnerChain } from './owner-chain.js';
import { operationsOf, type Operation, type Resource } from './permission-matrix.js';
import type { HeldGroup, Principal } from './principal.js';

/** Something that one may or may not do something with. */
export interface Entity {
  readonly resource: Resource;
  /** Absent for what is about to be created. */
  readonly id?: string;
  /** For what is about to be created: the new owner and everybody above. */
  readonly ownerChain: OwnerChain;
  /** Groups that hold it by a member row; the derived All groups need not be named. */
  readonly groupIds?: readonly string[];
  /** What nobody can do with this very row, such as deleting a default role. */
  readonly withheld?: readonly Operation[];
}

/** Whether somebody may do this. What no rule allows is denied. */
export const may = (principal: Principal, operation: Operation, entity: Entity): boolean =>
  !entity.withheld?.includes(operation) &&
  !wouldHarmOneself(principal, operation, entity) &&
  (reachesGenerically(principal, operation, entity) ||
    groupsHolding(principal, entity).some((group) =>
      reachesThroughGroup(principal, operation, group, targetOf(entity)),
    ));

/** Everything that somebody may do with an entity, in the order of the matrix. */
export const operationsOn = (principal: Principal, entity: Entity): readonly Operation[] =>
  operationsOf[entity.resource].filter((operation) => may(principal, operation, entity));

/** Whether a generic role gives the operation on what has these owners. */
export const reachesGenerically = (
  principal: Principal,
  operation: Operation,
  entity: Pick<Entity, 'resource' | 'id' | 'ownerChain'>,
): boolean =>
  includes(principal.permissions.generic, entity.resource, operation) &&
  (isInChain(principal.customerId, entity.ownerChain) || isOwnCustomer(principal, entity));

/** Whether a role held on this group gives the operation on its members, or on the group itself. */
export const reachesThroughGroup = (
  principal: Principal,
  operation: Operation,
  group: HeldGroup,
  target: GroupRoleTarget,
): boolean => {
  if (!group.operations.has(operation)) return false;
  const reach = reachOf(operation, target);
  return (
    reach === 'yes' ||
    (reach === 'where owned' && isInChain(principal.customerId, group.ownerChain))
  );
};

/** Whether an All group holds what has these owners: its own owner exactly, never a descendant. */
const isDerivedMember = (group: GroupScope, entity: Entity): boolean =>
  group.kind === 'ALL' &&
  group.type === entity.resource &&
  directOwner(group.ownerChain) === directOwner(entity.ownerChain);

const targetOf = (entity: Entity): GroupRoleTarget =>
  isGroupResource(entity.resource) ? 'group itself' : 'members';

const groupsHolding = (principal: Principal, entity: Entity): readonly HeldGroup[] => {
  const held = [...principal.permissions.groups.values()];
  return targetOf(entity) === 'group itself'
    ? held.filter(
        (group) => group.id === entity.id && groupResourceOf(group.type) === entity.resource,
      )
    : held.filter(
        (group) =>
          group.type === entity.resource &&
          (entity.groupIds?.includes(group.id) || isDerivedMember(group, entity)),
      );
};

const isOwnCustomer = (principal: Principal, { resource, id }: Pick<Entity, 'resource' | 'id'>) =>
  resource === 'CUSTOMER' && id !== undefined && id === principal.customerId;

const harmful: ReadonlySet<Operation> = new Set(['DELETE', 'CHANGE_OWNER', 'IMPERSONATE']);

/** Nobody deletes or re-owns their own customer or their own account, or signs in as themselves. */
const wouldHarmOneself = (principal: Principal, operation: Operation, entity: Entity): boolean =>
  harmful.has(operation) &&
  (isOwnCustomer(principal, entity) ||
    (entity.resource === 'USER' && entity.id === principal.userId));

/** Whether a generic role gives this anywhere at all; for what has no owner, such as the own profile. */
export const holds = (principal: Principal, resource: Resource, operation: Operation): boolean =>
  includes(principal.permissions.generic, resource, operation);

/** Whether somebody holds this generically or on some group: whether it is worth asking at all. */
export const holdsSomewhere = (
  principal: Principal,
  resource: Resource,
  operation: Operation,
): boolean =>
  holds(principal, resource, operation) ||
  [...principal.permissions.groups.values()].some(
    (group) =>
      (group.type === resource && reachesThroughGroup(principal, operation, group, 'members')) ||
      (groupResourceOf(group.type) === resource &&
        reachesThroughGroup(principal, operation, group, 'group itself')),
  );
