import type { ViewerContext } from '../access/index.js';
import type { SiteContext } from '../domains/index.js';
import { personOnly, unauthenticated } from '../platform/failures.js';
import type { SignedIn } from './authenticate.js';

/** The whole context of a request. */
export interface IdentityContext extends ViewerContext, SiteContext {
  /** Who is signed in with a session; null for strangers and for tools with an API key. */
  readonly person: SignedIn | null;
  /** Whoever just signed in or out counts for the rest of the request. */
  become(person: SignedIn | null): void;
}

/** @throws UNAUTHENTICATED for strangers, FORBIDDEN for tools */
export const signedInOf = ({ viewer, person }: IdentityContext): SignedIn => {
  if (person) return person;
  throw viewer ? personOnly() : unauthenticated();
};
