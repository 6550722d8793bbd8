import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Figures of what one request may ask for. */
export const requestLimits = {
  /** Tokens of the document. */
  tokens: 4_000,
  /** Fields below fields. */
  depth: 12,
  /** Fields of one selection set, fragments not counted. */
  breadth: 60,
  aliases: 30,
  directives: 20,
  /** Root fields. */
  rootFields: 10,
  /** Selections after fragments are put in. */
  recursiveSelections: 2_000,
  /** Cost by `graphql-query-complexity`: a field is 1, a list multiplies by its size. */
  cost: 20_000,
} as const;

/** Each costs a hash or a mail: one of them a request, so that aliases multiply nothing. */
const onceARequest = new Set([
  'register',
  'activate',
  'disownRegistration',
  'resendActivation',
  'signIn',
  'requestPasswordReset',
  'resetPassword',
  'createFirstAdministrator',
  'changePassword',
]);

const refuse = (context: ValidationContext, message: string): void =>
  context.reportError(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }));

const depthOf = (
  set: SelectionSetNode,
  fragment: (name: string) => FragmentDefinitionNode | null | undefined,
  seen: ReadonlySet<string>,
): number => {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      const target = seen.has(name) ? null : fragment(name);
      if (target)
        deepest = Math.max(
          deepest,
          depthOf(target.selectionSet, fragment, new Set([...seen, name])),
        );
    } else if (selection.selectionSet) {
      const below = depthOf(selection.selectionSet, fragment, seen);
      deepest = Math.max(deepest, selection.kind === Kind.FIELD ? below + 1 : below);
    } else {
      deepest = Math.max(deepest, 1);
    }
  }
  return deepest;
};

/** Counts of the whole document: aliases and directives. */
const countLimits: ValidationRule = (context): ASTVisitor => {
  const counts = { aliases: 0, directives: 0 };
  return {
    Field(node) {
      if (node.alias) counts.aliases += 1;
    },
    Directive() {
      counts.directives += 1;
    },
    Document: {
      leave() {
        for (const what of ['aliases', 'directives'] as const) {
          if (counts[what] > requestLimits[what]) {
            refuse(context, `At most ${requestLimits[what]} ${what} in one request.`);
          }
        }
      },
    },
  };
};

/** Shape of each operation: depth, breadth, root fields, and what runs once only. */
const shapeLimits: ValidationRule = (context): ASTVisitor => ({
  SelectionSet(node) {
    if (node.selections.length > requestLimits.breadth) {
      refuse(context, `At most ${requestLimits.breadth} fields side by side.`);
    }
  },
  OperationDefinition(node) {
    const fragment = (name: string) => context.getFragment(name);
    if (depthOf(node.selectionSet, fragment, new Set()) > requestLimits.depth) {
      refuse(context, `At most ${requestLimits.depth} levels of fields.`);
    }
    const roots = rootFields(node.selectionSet, fragment, new Set());
    if (roots.length > requestLimits.rootFields) {
      refuse(context, `At most ${requestLimits.rootFields} operations in one request.`);
    }
    if (roots.filter((name) => onceARequest.has(name)).length > 1) {
      refuse(context, `One of ${[...onceARequest].join(', ')} per request.`);
    }
  },
});

const rootFields = (
  set: SelectionSetNode,
  fragment: (name: string) => FragmentDefinitionNode | null | undefined,
  seen: ReadonlySet<string>,
): string[] =>
  set.selections.flatMap((selection): string[] => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return rootFields(selection.selectionSet, fragment, seen);
    const name = selection.name.value;
    const target = seen.has(name) ? null : fragment(name);
    return target ? rootFields(target.selectionSet, fragment, new Set([...seen, name])) : [];
  });

export const requestLimitRules: readonly ValidationRule[] = [countLimits, shapeLimits];
