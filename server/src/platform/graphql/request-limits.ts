import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type SelectionNode,
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

/** Each costs a hash, a mail or a large file: one of them a request, so that aliases multiply nothing. */
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
  'importDashboard',
  'saveBranding',
  'previewDashboardImport',
]);

const refuse = (context: ValidationContext, message: string): void =>
  context.reportError(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }));

/** What a selection set holds once its fragments are put in. */
interface Shape {
  /** Fields below fields. */
  readonly depth: number;
  /** Fields at its own level. */
  readonly fields: number;
  /** Fields at its own level that may run once only. */
  readonly onceOnly: number;
}

const nothing: Shape = { depth: 0, fields: 0, onceOnly: 0 };

const besides = (one: Shape, other: Shape): Shape => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  onceOnly: one.onceOnly + other.onceOnly,
});

/** Measures each fragment once: fragments that double each other would take for ever otherwise. */
const createMeasure = (fragmentOf: ValidationContext['getFragment']) => {
  const known = new Map<string, Shape>();
  const ofFragment = (name: string): Shape => {
    const found = known.get(name);
    if (found) return found;
    known.set(name, nothing); // a cycle, which another rule refuses
    const fragment = fragmentOf(name);
    const shape = fragment ? measure(fragment.selectionSet) : nothing;
    known.set(name, shape);
    return shape;
  };
  const ofSelection = (selection: SelectionNode): Shape => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
    const below = selection.selectionSet ? measure(selection.selectionSet).depth : 0;
    return {
      depth: below + 1,
      fields: 1,
      onceOnly: onceARequest.has(selection.name.value) ? 1 : 0,
    };
  };
  const measure = (set: SelectionSetNode): Shape =>
    set.selections.map(ofSelection).reduce(besides, nothing);
  return measure;
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
    const shape = createMeasure((name) => context.getFragment(name))(node.selectionSet);
    if (shape.depth > requestLimits.depth) {
      refuse(context, `At most ${requestLimits.depth} levels of fields.`);
    }
    if (shape.fields > requestLimits.rootFields) {
      refuse(context, `At most ${requestLimits.rootFields} operations in one request.`);
    }
    if (shape.onceOnly > 1) {
      refuse(context, `One of ${[...onceARequest].join(', ')} per request.`);
    }
  },
});

export const requestLimitRules: readonly ValidationRule[] = [countLimits, shapeLimits];
