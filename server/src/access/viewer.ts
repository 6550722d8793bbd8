import type { Actor } from '../audit/index.js';
import { forbidden } from '../platform/failures.js';
import { may } from './decision.js';
import { ownedByTenant } from './owner-chain.js';
import type { Operation, Resource } from './permission-matrix.js';
import type { Principal } from './principal.js';

/** Who is signed in: for decisions the principal, for the audit log the actor. */
export interface Viewer {
  readonly principal: Principal;
  readonly actor: Actor;
}

/**
 * For what only the tenant owns, such as domains and self-registrations.
 * @throws FORBIDDEN with the name of the missing permission
 */
export const requireOnTenant = (viewer: Viewer, resource: Resource, operation: Operation): void => {
  if (!may(viewer.principal, operation, { resource, ownerChain: ownedByTenant })) {
    throw forbidden(`${resource}:${operation}`);
  }
};
