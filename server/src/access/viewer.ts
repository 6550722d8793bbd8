import type { Actor } from '../audit/index.js';
import { forbidden, unauthenticated } from '../platform/failures.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { reachesGenerically } from './decision.js';
import { ownedByTenant } from './owner-chain.js';
import type { Operation, Resource } from './permission-matrix.js';
import type { Principal } from './principal.js';

/** The signed-in person of a request: what they may do, and how the audit log names them. */
export interface Viewer {
  readonly principal: Principal;
  readonly actor: Actor;
}

export interface ViewerContext extends RequestContext {
  readonly viewer: Viewer | null;
}

/** @throws UNAUTHENTICATED without a session */
export const viewerOf = (context: ViewerContext): Viewer => {
  if (!context.viewer) throw unauthenticated();
  return context.viewer;
};

/**
 * For what belongs to the tenant as a whole, such as domains and sign-up pages.
 * @throws FORBIDDEN, naming the permission that is missing
 */
export const requireOnTenant = (
  { principal }: Viewer,
  resource: Resource,
  operation: Operation,
): void => {
  if (!reachesGenerically(principal, operation, { resource, ownerChain: ownedByTenant })) {
    throw forbidden(`${resource}:${operation}`);
  }
};
