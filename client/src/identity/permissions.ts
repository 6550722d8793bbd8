import type { Authority, Operation, Resource } from '../generated/graphql';
import type { Me } from './viewer';

export interface Permissions {
  authority: Authority | undefined;
  /** Whether a generic permission allows it; one entity may allow more (`viewerCan`). */
  can: (resource: Resource, operation: Operation) => boolean;
  /** Whether it is allowed for anything at all, be it through one entity group. */
  canSomewhere: (resource: Resource, operation: Operation) => boolean;
}

export function createPermissions(me: Me | null): Permissions {
  const holds = (
    held: readonly { resource: Resource; operations: readonly Operation[] }[] | undefined,
    resource: Resource,
    operation: Operation,
  ) => !!held?.some((entry) => entry.resource === resource && entry.operations.includes(operation));

  return {
    authority: me?.user.authority,
    can: (resource, operation) => holds(me?.permissions, resource, operation),
    canSomewhere: (resource, operation) => holds(me?.permissionsSomewhere, resource, operation),
  };
}
