import type { ViewerContext } from '../access/index.js';
import type { SiteContext } from '../domains/index.js';
import { unauthenticated } from '../platform/failures.js';
import type { SignedIn } from './authenticate.js';

/** The whole context of a request. */
export interface IdentityContext extends ViewerContext, SiteContext {
  readonly viewer: SignedIn | null;
  /** Whoever just signed in or out counts for the rest of the request. */
  become(viewer: SignedIn | null): void;
}

/** @throws UNAUTHENTICATED without a session */
export const signedInOf = (context: IdentityContext): SignedIn => {
  if (!context.viewer) throw unauthenticated();
  return context.viewer;
};
