import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { describeApi, printApi } from '../../src/app/print-api.js';
import { errorCodeEnums, printErrorCodes } from '../../src/app/print-error-codes.js';
import { pinnedCodes } from './pinned-error-codes.js';

const schema = describeApi();
const read = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** The members of a type that have no words, by their place. */
const undescribed = (type: GraphQLNamedType): string[] => {
  const places: string[] = type.description ? [] : [type.name];
  const note = (place: string, member: { description?: string | null | undefined }): void => {
    if (!member.description) places.push(place);
  };
  if (isEnumType(type)) {
    for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      for (const arg of field.args) note(`${type.name}.${field.name}(${arg.name}:)`, arg);
    }
  }
  return places;
};

describe('the SDL', () => {
  it('that is committed is the one of the code: `pnpm --filter @gatehouse/server run schema`', async () => {
    expect(printApi(schema)).toBe(await read('schema/schema.graphql'));
  });

  it('describes every type, field, argument and value', () => {
    const own = Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
    expect(own.flatMap(undescribed)).toEqual([]);
  });
});

describe('error codes', () => {
  it('are only ever added: a code that is gone breaks clients, a new one belongs into the list', () => {
    const codes = Object.fromEntries(
      errorCodeEnums(schema).map((type) => [
        type.name,
        type
          .getValues()
          .map(({ name }) => name)
          .sort(),
      ]),
    );
    expect(codes).toEqual(pinnedCodes);
  });

  it('are the ones of the document: `pnpm --filter @gatehouse/server run schema`', async () => {
    expect(printErrorCodes(schema)).toBe(await read('../docs/error-codes.md'));
  });
});
