import type { Actor } from '../audit/index.js';
import { forbidden, unauthenticated } from '../platform/failures.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { may, operationsOn, type Entity } from './decision.js';
import { ownedByTenant } from './owner-chain.js';
import type { Operation, Resource } from './permission-matrix.js';
import type { Principal } from './principal.js';

/** Who is signed in: for decisions the principal, for the audit log the actor. */
export interface Viewer {
  readonly principal: Principal;
  readonly actor: Actor;
  /** Until legal texts are accepted little may be called. */
  readonly consentRequired?: boolean;
}

export interface ViewerContext extends RequestContext {
  /** Null for strangers. */
  readonly viewer: Viewer | null;
}

/** @throws UNAUTHENTICATED when nobody is signed in */
export const viewerOf = (context: ViewerContext): Viewer => {
  if (!context.viewer) throw unauthenticated();
  return context.viewer;
};

/** @throws FORBIDDEN with the name of the missing permission; only for what the viewer may see */
export const requireMay = (viewer: Viewer, operation: Operation, entity: Entity): void => {
  if (!may(viewer.principal, operation, entity)) throw forbidden(`${entity.resource}:${operation}`);
};

/**
 * For what only the tenant owns, such as domains and self-registrations.
 * @throws FORBIDDEN with the name of the missing permission
 */
export const requireOnTenant = (viewer: Viewer, resource: Resource, operation: Operation): void =>
  requireMay(viewer, operation, { resource, ownerChain: ownedByTenant });

/** What the viewer may do with what only the tenant owns. */
export const operationsOnTenant = (viewer: Viewer, resource: Resource): readonly Operation[] =>
  operationsOn(viewer.principal, { resource, ownerChain: ownedByTenant });
