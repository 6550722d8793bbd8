import {
  getNamedType,
  isEnumType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLSchema,
} from 'graphql';
import { failureCodes } from '../platform/graphql/failure-codes.js';

const introduction = `# Error codes

Made from the schema by \`pnpm --filter @gatehouse/server run schema\`; change the descriptions there.
Codes are only ever added: a client may rely on those it knows, and treats others like the message.

## Of a request

In \`errors[].extensions.code\` of the answer: what the person can't mend at a field.
`;

const mutationsIntroduction = `
## Of a mutation

In \`userErrors[].code\` of its payload, each with the path of its \`field\`: what the person can mend.
`;

const list = (codes: readonly (readonly [string, string])[]): string =>
  codes.map(([code, words]) => `- \`${code}\`: ${words}`).join('\n');

/** The mutations whose faults have a code of this enum, by name. */
const mutationsWith = (schema: GraphQLSchema, code: GraphQLEnumType): string[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ type }) => {
      const payload = getNamedType(type);
      const faults = isObjectType(payload) && payload.getFields()['userErrors'];
      const fault = faults && getNamedType(faults.type);
      return isObjectType(fault) && getNamedType(fault.getFields()['code']?.type) === code;
    })
    .map(({ name }) => `\`${name}\``)
    .sort();

/** The closed enums of faults, by name. */
export const errorCodeEnums = (schema: GraphQLSchema): GraphQLEnumType[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type))
    .filter(({ name }) => name.endsWith('ErrorCode'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

const sectionOf = (schema: GraphQLSchema, code: GraphQLEnumType): string => {
  const values = code.getValues().map((v) => [v.name, v.description ?? ''] as const);
  const sorted = values.sort(([one], [other]) => (one < other ? -1 : 1));
  return `\n### ${code.name}\n\n${code.description ?? ''} Of ${mutationsWith(schema, code).join(', ')}.\n\n${list(sorted)}\n`;
};

/** docs/error-codes.md: every code a client can meet, and what it means. */
export const printErrorCodes = (schema: GraphQLSchema): string =>
  [
    introduction,
    `\n${list(Object.entries(failureCodes))}\n`,
    mutationsIntroduction,
    ...errorCodeEnums(schema).map((code) => sectionOf(schema, code)),
  ].join('');
