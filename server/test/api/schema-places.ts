import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** One place of one operation that takes a scalar, such as `updateDevice` at `input.name`. */
export interface Place {
  readonly kind: 'query' | 'mutation';
  readonly operation: GraphQLField<unknown, unknown>;
  /** Through arguments and input fields; a list is passed through without an index. */
  readonly path: readonly string[];
  /** Name of the scalar or enum. */
  readonly type: string;
}

type Member = GraphQLArgument | GraphQLInputField;

/** Inside of non-null and lists. */
const innerType = (type: GraphQLInputType): GraphQLInputType =>
  isNonNullType(type) || isListType(type) ? innerType(type.ofType as GraphQLInputType) : type;

const leavesBelow = (member: Member): { path: string[]; type: string }[] => {
  const type = innerType(member.type);
  if (!isInputObjectType(type)) return [{ path: [member.name], type: getNamedType(type).name }];
  return Object.values(type.getFields()).flatMap((field) =>
    leavesBelow(field).map((leaf) => ({ ...leaf, path: [member.name, ...leaf.path] })),
  );
};

/** Every place of every query and mutation. */
export const placesOf = (schema: GraphQLSchema): Place[] =>
  (['query', 'mutation'] as const).flatMap((kind) => {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {}).flatMap((operation) =>
      operation.args
        .flatMap(leavesBelow)
        .map(({ path, type }) => ({ kind, operation, path, type })),
    );
  });

/** For messages: `updateDevice(input.name)`. */
export const nameOf = ({ operation, path }: Place): string =>
  `${operation.name}(${path.join('.')})`;
