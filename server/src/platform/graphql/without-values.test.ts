import {
  assertInputObjectType,
  buildSchema,
  coerceInputValue,
  graphqlSync,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { withoutValues } from './without-values.js';

const schema = buildSchema(`
  enum Colour { RED }
  input Door { code: String, colour: Colour, size: Int, open: Boolean, id: ID, weight: Float, inner: Door }
  type Query { open(door: Door!, codes: [String!]): String }
`);
const door = assertInputObjectType(schema.getType('Door'));
const secret = 'hunter2 "; Field \\"x\\" is at "a.b"; at "c"';

const messagesOf = (source: string, variableValues?: Record<string, unknown>): string[] => {
  const answer = graphqlSync({ schema, source, ...(variableValues && { variableValues }) });
  return (answer.errors ?? []).map(({ message }) => message);
};

describe('withoutValues', () => {
  const wrong = [{ code: [secret] }, { colour: secret }, { size: secret }, { open: secret }];
  const more = [{ id: { secret } }, { weight: secret }, { inner: secret }, secret, [secret]];

  it.each([...wrong, ...more])('keeps the value of a variable to itself: %j', (door) => {
    const messages = messagesOf('query ($door: Door!) { open(door: $door) }', { door });
    expect(messages).not.toEqual([]);
    expect(messages.map(withoutValues).join()).not.toContain('hunter2');
  });

  it.each([
    'size: "hunter2"',
    'code: hunter2',
    'code: { a: "hunter2" }',
    'colour: HUNTER2',
    'colour: "hunter2"',
    'open: "hunter2"',
    'inner: "hunter2"',
    'code: "hunter2',
    'code: "hunter2" "hunter2"',
    'code: "\\hunter2"',
    '"hunter2": 1',
    'code: $ "hunter2"',
  ])('keeps the value in a document to itself: %s', (fields) => {
    const messages = messagesOf(`{ open(door: { ${fields} }) }`);
    expect(messages).not.toEqual([]);
    expect(messages.map(withoutValues).join()).not.toMatch(/hunter2/i);
  });

  it('says which type was expected', () => {
    const [found = ''] = messagesOf('{ open(door: { size: "hunter2" }) }');
    expect(withoutValues(found)).toBe('Int can not be made of the value given.');
  });

  it('leaves messages without values as they are', () => {
    const [unknown] = validate(schema, parse('{ shut }'));
    expect(withoutValues(unknown?.message ?? '')).toBe(unknown?.message);
    const told: string[] = [];
    coerceInputValue({ nothing: 1 }, door, (_path, _value, error) => told.push(error.message));
    expect(told).toEqual(['Field "nothing" is not defined by type "Door".']);
    expect(told.map(withoutValues)).toEqual(told);
  });
});
