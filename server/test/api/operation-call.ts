import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { nameOf, type Place } from './schema-places.js';

export interface Call {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Gives the id for a place that has to be filled beside the one under test. */
export type IdFor = (place: Place) => string | Promise<string>;

/** A dashboard without widgets, as our own export writes it. */
const sampleFile = JSON.stringify({
  gatehouse: 'dashboard',
  version: 1,
  title: 'Sample',
  widgets: [],
});

let made = 0;
/** A word that occurs once; {@link withoutAccidents} takes it out of answers. */
const sampleWord = (): string => `sample-${String((made += 1))}`;

/** What a required member is filled with; ids and enums are found elsewhere. */
const samples: Readonly<Record<string, () => unknown>> = {
  String: () => sampleWord(),
  'String email': () => `${sampleWord()}@example.com`,
  'String administratorEmail': () => `${sampleWord()}@example.com`,
  'String file': () => sampleFile,
  'String host': () => `${sampleWord()}.localhost`,
  Int: () => 1,
  Float: () => 0.5,
  Boolean: () => true,
  JSONObject: () => ({}),
};

/** Without these nothing else is looked at: a role gives something, and a group holds `memberIds`. */
const alwaysGiven: Readonly<Record<string, () => unknown>> = {
  'createEntityGroup(input.type)': () => 'ASSET',
  'createRole(input.permissions)': () => [{ resource: 'DEVICE', operations: ['READ'] }],
};

/** What a place needs beside it to be looked at, by its name. */
const neededBeside: Readonly<Record<string, Readonly<Record<string, () => unknown>>>> = {
  'shareEntityGroup(input.roleId)': { 'shareEntityGroup(input.access)': () => 'ROLE' },
};

type Member = GraphQLArgument | GraphQLInputField;

/** Fills the members of one operation: the place under test, and whatever is required beside it. */
class Filler {
  constructor(
    private readonly place: Place,
    private readonly value: unknown,
    private readonly idFor: IdFor,
  ) {}

  async members(members: readonly Member[], above: readonly string[]) {
    const filled: Record<string, unknown> = {};
    for (const member of members) {
      const path = [...above, member.name];
      const name = nameOf({ ...this.place, path });
      const given = neededBeside[nameOf(this.place)]?.[name] ?? alwaysGiven[name];
      const isRequired = isNonNullType(member.type) && member.defaultValue === undefined;
      if (this.leadsTo(path)) filled[member.name] = await this.fill(member.type, path);
      else if (given) filled[member.name] = given();
      else if (isRequired) filled[member.name] = await this.fill(member.type, path);
    }
    return filled;
  }

  private leadsTo(path: readonly string[]): boolean {
    return path.every((step, depth) => this.place.path[depth] === step);
  }

  private async fill(type: GraphQLInputType, path: readonly string[]): Promise<unknown> {
    if (isNonNullType(type)) return this.fill(type.ofType, path);
    if (isListType(type)) return [await this.fill(type.ofType as GraphQLInputType, path)];
    if (isInputObjectType(type)) return this.members(Object.values(type.getFields()), path);
    if (this.leadsTo(path) && path.length === this.place.path.length) return this.value;
    if (isEnumType(type)) return type.getValues()[0]?.name;
    if (type.name === 'ID') return this.idFor({ ...this.place, path, type: type.name });
    const sample = samples[`${type.name} ${path.at(-1) ?? ''}`] ?? samples[type.name];
    if (!sample) {
      throw new Error(
        `Nobody said what to fill ${nameOf({ ...this.place, path })} with: add ${type.name} to the samples of operation-call.ts.`,
      );
    }
    return sample();
  }
}

/** Fields of an answer: scalars, and what they name down to a depth; faults always. */
const selectionOf = (type: GraphQLOutputType, depth: number): string => {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some(({ type: argument }) => isNonNullType(argument))) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    const below = field.name === 'userErrors' ? 1 : depth;
    return below > 0 ? [`${field.name} ${selectionOf(field.type, below - 1)}`] : [];
  });
  return `{ ${fields.join(' ')} }`;
};

/** A call of the operation with a value at the place under test, and samples where more is required. */
export const callWith = async (place: Place, value: unknown, idFor: IdFor): Promise<Call> => {
  const { kind, operation } = place;
  const variables = await new Filler(place, value, idFor).members(operation.args, []);
  const used = operation.args.filter(({ name }) => name in variables);
  const header = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = selectionOf(operation.type, 2);
  return { query: `${kind} (${header}) { ${operation.name}(${passed}) ${selection} }`, variables };
};

/** An answer without what differs from call to call: ids, sample words, times. */
export const withoutAccidents = (body: string): string =>
  body
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/sample-\d+/g, 'sample')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
