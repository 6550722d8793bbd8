import { defaultFieldResolver, type GraphQLSchema } from 'graphql';

/** What a resolver may know and do of the HTTP exchange it serves. */
export interface HttpExchange {
  /** Host name of the request, lower case, without port. */
  readonly host: string;
  /** The client's address; forwarded headers count only from configured proxies. */
  readonly ip: string;
  /** IPv4 address or IPv6 /64: what limits are keyed on. */
  readonly network: string;
  readonly userAgent: string | null;
  /** Whether it was let in with a body larger than everybody may send. */
  readonly hasLargeBody?: boolean;
  cookie(name: string): string | undefined;
  /** @param maxAge seconds; the name gets the `__Host-` prefix's attributes */
  setCookie(name: string, value: string, maxAge: number): void;
  clearCookie(name: string): void;
}

/** The base of every slice's context; it lives one request. */
export interface RequestContext {
  readonly http: HttpExchange;
  /** Dataloaders of this request, by their own key. */
  readonly loaders: Map<symbol, unknown>;
}

/** The request's own dataloader; made at its first use. */
export const requestLoader = <T>(context: RequestContext, key: symbol, create: () => T): T => {
  const found = context.loaders.get(key);
  if (found) return found as T;
  const made = create();
  context.loaders.set(key, made);
  return made;
};

/**
 * The mutations of one request run one after the other, and one may sign in or out:
 * what dataloaders keep is good for one of them.
 * @param afterEach forgets what the whole process keeps, so that a change counts at once
 */
export const forgetBetweenMutations = (
  schema: GraphQLSchema,
  afterEach: () => void,
): GraphQLSchema => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const run = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context: RequestContext, info) => {
      context.loaders.clear();
      try {
        return (await run(source, args, context, info)) as unknown;
      } finally {
        afterEach();
      }
    };
  }
  return schema;
};
