import type { Viewer } from '../access/index.js';
import type { Site } from '../domains/index.js';
import type { IdentityContext } from '../identity/index.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';

type Person = IdentityContext['person'];

/** Who calls: a person with a session, a tool with an API key, or a stranger. */
export interface Caller {
  readonly viewer: Viewer | null;
  readonly person: Person;
}

/**
 * The context of one call. Apollo Server hands a shallow copy to resolvers, so what may change
 * stands behind a reference that all copies share.
 */
export class CallContext implements IdentityContext {
  readonly loaders = new Map<symbol, unknown>();
  private readonly held: { caller: Caller };

  constructor(
    readonly http: HttpExchange,
    readonly site: Site,
    caller: Caller,
  ) {
    this.held = { caller };
  }

  get viewer(): Viewer | null {
    return this.held.caller.viewer;
  }

  get person(): Person {
    return this.held.caller.person;
  }

  become(person: Person): void {
    this.held.caller = { viewer: person, person };
  }
}
