import type { ApolloServerPlugin } from '@apollo/server';
import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { refusedRequest } from './refused-request.js';
import { withoutValues } from './without-values.js';

type Variables = Readonly<Record<string, unknown>>;

/** @throws BAD_USER_INPUT with the path of the first value that does not fit, never the value */
const checkVariable = (
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Variables,
): void => {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (!isInputType(type)) return;
  if (value === null || value === undefined) {
    const isMissing = isNonNullType(type) && (value === null || !definition.defaultValue);
    if (isMissing) throw refusedRequest('BAD_USER_INPUT', `\`$${name}\`: give a value.`);
    return;
  }
  coerceInputValue(value, type, (path, _value, error) => {
    const place = [`$${name}`, ...path].join('.');
    throw refusedRequest('BAD_USER_INPUT', `\`${place}\`: ${withoutValues(error.message)}`);
  });
};

/** Refuses variables of the wrong type and unknown input fields in words that quote nothing. */
export const variableCheckPlugin = <Context extends object>(): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, operation, request }) {
        const variables = request.variables ?? {};
        for (const definition of operation?.variableDefinitions ?? []) {
          checkVariable(schema, definition, variables);
        }
        return Promise.resolve();
      },
    }),
});
