import type { Site } from '../domains/index.js';
import type { IdentityContext } from '../identity/index.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';

type Viewer = IdentityContext['viewer'];

/**
 * The context of one call. Apollo Server hands a shallow copy to resolvers, so what may change
 * stands behind a reference that all copies share.
 */
export class CallContext implements IdentityContext {
  readonly loaders = new Map<symbol, unknown>();
  private readonly held: { viewer: Viewer };

  constructor(
    readonly http: HttpExchange,
    readonly site: Site,
    viewer: Viewer,
  ) {
    this.held = { viewer };
  }

  get viewer(): Viewer {
    return this.held.viewer;
  }

  become(viewer: Viewer): void {
    this.held.viewer = viewer;
  }
}
