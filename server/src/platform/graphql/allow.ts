import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/** Who may call an operation at all. Which rows they reach is decided in the use case. */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in'; readonly beforeConsent?: boolean }
  | { readonly kind: 'authority'; readonly authorities: readonly string[] }
  | { readonly kind: 'permission'; readonly resource: string; readonly operation: string };

const extension = 'access';

const declare = (rule: AccessRule) => Extensions({ [extension]: rule });

/** Every query, mutation and subscription carries one of these; without one it can't be called. */
export const Allow = {
  public: () => declare({ kind: 'public' }),
  signedIn: () => declare({ kind: 'signed-in' }),
  /** Also for who still has to accept a legal text. */
  signedInBeforeConsent: () => declare({ kind: 'signed-in', beforeConsent: true }),
  authority: (...authorities: string[]) => declare({ kind: 'authority', authorities }),
  /** The viewer holds the operation generically or on some group. */
  permission: (resource: string, operation: string) =>
    declare({ kind: 'permission', resource, operation }),
};

/** The rule of each root field, `null` where none is declared. */
export const accessRules = (schema: GraphQLSchema): Map<string, AccessRule | null> => {
  const rules = new Map<string, AccessRule | null>();
  for (const type of [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const rule = field.extensions[extension] as AccessRule | undefined;
      rules.set(`${type?.name}.${field.name}`, rule ?? null);
    }
  }
  return rules;
};

/**
 * Default deny: wraps every root field so that its rule is decided before its resolver runs.
 * @param decide throws when the caller may not; gets `null` for a field without a rule
 */
export const enforceAccess = <Context>(
  schema: GraphQLSchema,
  decide: (context: Context, rule: AccessRule | null) => void | Promise<void>,
): GraphQLSchema => {
  for (const type of [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const rule = (field.extensions[extension] as AccessRule | undefined) ?? null;
      const starter = field.subscribe ? 'subscribe' : 'resolve';
      const run = field[starter] ?? defaultFieldResolver;
      field[starter] = async (source, args, context: Context, info) => {
        await decide(context, rule);
        return run(source, args, context, info) as unknown;
      };
    }
  }
  return schema;
};
