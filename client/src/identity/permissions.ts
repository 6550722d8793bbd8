import type { Authority, EntityType, Operation, Resource } from '../generated/graphql';
import type { Me } from './viewer';

export interface Permissions {
  authority: Authority | undefined;
  /** Whether a generic permission allows it; one entity may allow more (`viewerCan`). */
  can: (resource: Resource, operation: Operation) => boolean;
  /** Whether some entity group of this type allows it for its members. */
  canInSomeGroup: (type: EntityType, operation: Operation) => boolean;
}

export function createPermissions(me: Me | null): Permissions {
  const allows = (operations: readonly Operation[], operation: Operation) =>
    operations.includes(operation) || operations.includes('ALL');

  return {
    authority: me?.user.authority,
    can: (resource, operation) =>
      !!me?.permissions.some(
        (permission) =>
          (permission.resource === resource || permission.resource === 'ALL') &&
          allows(permission.operations, operation),
      ),
    canInSomeGroup: (type, operation) =>
      !!me?.groupPermissions.some(
        (permission) => permission.group.type === type && allows(permission.operations, operation),
      ),
  };
}
