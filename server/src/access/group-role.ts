import { operations, type Operation, type OperationOrAll } from './permission-matrix.js';

/** How far an operation may come from a role on a group. */
type Reach = 'yes' | 'where owned' | 'never';

/** On the entities that the group holds. */
const onMembers: Record<Operation, Reach> = {
  READ: 'yes',
  WRITE: 'yes',
  READ_ATTRIBUTES: 'yes',
  WRITE_ATTRIBUTES: 'yes',
  SHARE_GROUP: 'yes',
  // A customer never creates or deletes in a group that the tenant shared with it.
  CREATE: 'where owned',
  DELETE: 'where owned',
  ADD_TO_GROUP: 'never',
  REMOVE_FROM_GROUP: 'never',
  CHANGE_OWNER: 'never',
  IMPERSONATE: 'never',
};

const onGroupItself: Record<Operation, Reach> = {
  ...onMembers,
  CREATE: 'never',
  WRITE: 'where owned',
  DELETE: 'where owned',
  WRITE_ATTRIBUTES: 'where owned',
};

export type GroupRoleTarget = 'members' | 'group itself';

/** Whether, and where, a role on a group gives this operation. */
export const reachOf = (operation: Operation, target: GroupRoleTarget): Reach =>
  (target === 'members' ? onMembers : onGroupItself)[operation];

/** What a role of type GROUP can hold; the rest would never take effect. */
export const groupRoleOperations: readonly Operation[] = operations.filter(
  (operation) => onMembers[operation] !== 'never',
);

/** Replaces the wildcard, and drops what a group role can't give. */
export const expandGroupOperations = (named: readonly OperationOrAll[]): ReadonlySet<Operation> =>
  new Set(
    groupRoleOperations.filter((operation) => named.includes('ALL') || named.includes(operation)),
  );
