import {
  isEnumType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Words = Readonly<Record<string, string>>;

/** Members that mean the same on every type. What differs is described where it is declared. */
const fieldWords: Words = {
  id: 'Opaque and unique; never used again.',
  createdAt: 'When it was made.',
  updatedAt: 'When it was last saved.',
  owner: 'The tenant or one customer.',
  viewerCan: 'What the viewer may do with it.',
  code: 'What is wrong; codes are only ever added.',
  userErrors: 'All faults at once, each at its field; empty when it was done.',
  deletedId: 'What is gone; null when it stayed.',
  items: 'The rows of this page.',
  totalCount: 'How many rows there are without `limit`.',
  nodes: 'The rows of this page.',
  edges: 'The rows, each with its cursor.',
  node: 'The row.',
  cursor: 'Pass it as `after` to go on behind this row.',
  pageInfo: 'Whether there is more, and from where.',
  me: 'Who is signed in now; null when there are faults.',
};

const argumentWords: Words = {
  id: 'Which one. NOT_FOUND when it does not exist or the viewer may not see it.',
  groupId: 'Which group. NOT_FOUND when the viewer may not see it.',
  userGroupId: 'Which group of type USER. NOT_FOUND when the viewer may not see it.',
  userId: 'Whose. NOT_FOUND when the viewer may not see them.',
  input: 'What to save or do; every fault of it is told at its field.',
  after: 'The `endCursor` of the page before; absent: from the start.',
  offset: 'How many rows to leave out first; 0 or more.',
  search: 'Part of the name, in any case; at most 255 characters.',
  filter: 'Only rows that meet all of it; absent: all.',
  sort: 'Absent: the default order.',
};

const codeWords: Words = {
  REQUIRED: 'A value is missing.',
  TOO_LONG: 'More characters than the field takes.',
  INVALID_TEXT: 'Line breaks or characters that can not be shown.',
  INVALID_EMAIL: 'Not one e-mail address of at most 254 characters.',
  NOT_FOUND: 'What the field names does not exist, or the viewer may not see it.',
  PASSWORD_TOO_SHORT: 'Fewer than 15 characters.',
  PASSWORD_TOO_LONG: 'More than 128 characters.',
  PASSWORD_CONTROL_CHARACTERS: 'Control characters, such as line breaks.',
  PASSWORD_COMMON: 'Among the most used passwords.',
  PASSWORD_CONTAINS_PERSONAL: 'Holds a part of the name or address.',
};

const typeWords: readonly (readonly [RegExp, string])[] = [
  [/^Query$/, 'What can be read.'],
  [/^Mutation$/, 'What can be done.'],
  [/^Subscription$/, 'What can be followed, over graphql-ws.'],
  [/Connection$/, 'A page of a list that grows without bound.'],
  [/Edge$/, 'A row of a list with its cursor.'],
  [/UserError$/, 'A fault of the input that the person can mend.'],
  [/Payload$/, 'What was done, or what is wrong with the input.'],
];

const payloadWords = 'As it is now; null when there are faults.';

const describeObject = (type: GraphQLObjectType): void => {
  for (const field of Object.values(type.getFields())) {
    const isOutcome = type.name.endsWith('Payload') && isObjectType(field.type);
    field.description ??= fieldWords[field.name] ?? (isOutcome ? payloadWords : undefined);
    for (const argument of field.args) argument.description ??= argumentWords[argument.name];
  }
};

const describeEnum = (type: GraphQLEnumType): void => {
  if (!type.name.endsWith('ErrorCode')) return;
  for (const value of type.getValues()) value.description ??= codeWords[value.name];
};

const describeType = (type: GraphQLNamedType): void => {
  type.description ??= typeWords.find(([form]) => form.test(type.name))?.[1];
  if (isObjectType(type)) describeObject(type);
  if (isEnumType(type)) describeEnum(type);
};

/** Gives every member that means the same everywhere the same words, unless it has its own. */
export const describeRecurring = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isIntrospectionType(type) && !isSpecifiedScalarType(type)) describeType(type);
  }
};
