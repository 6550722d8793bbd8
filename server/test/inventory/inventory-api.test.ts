import { beforeAll, describe, expect, it } from 'vitest';
import { createSamplePeople, type Person } from '../customers/sample-people.js';
import { startTestApp } from '../harness/app.js';

let people: Awaited<ReturnType<typeof createSamplePeople>>;
let ada: Person & { readonly customerId: string };
let bob: Person;

beforeAll(async () => {
  const app = await startTestApp();
  people = await createSamplePeople(app, 'acme');
  ada = await people.customer('ada@example.com');
  bob = await people.customer('bob@example.com');
});

interface Saved {
  readonly saved: {
    readonly item: Record<string, unknown> | null;
    readonly userErrors: { field: string[]; code: string }[];
  };
}

interface List {
  readonly list: {
    readonly nodes: { id: string; name: string }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
    readonly totalCount?: number;
  };
}

describe.each([
  ['device', 'Device'],
  ['asset', 'Asset'],
])('%ss over the API', (one, Name) => {
  const fields = `id name type label attributes owner { name customer { id title } } createdAt viewerCan`;
  const faults = 'userErrors { field message code }';
  const create = `mutation ($input: Create${Name}Input!) {
    saved: create${Name}(input: $input) { item: ${one} { ${fields} } ${faults} } }`;
  const update = `mutation ($id: ID!, $input: Update${Name}Input!) {
    saved: update${Name}(id: $id, input: $input) { item: ${one} { ${fields} } ${faults} } }`;
  const remove = `mutation ($id: ID!) { delete${Name}(id: $id) { deletedId ${faults} } }`;
  const find = `query ($id: ID!) { item: ${one}(id: $id) { ${fields} } }`;
  const list = `query ($filter: InventoryFilter, $sort: InventorySort, $first: Int! = 20, $after: String) {
    list: ${one}s(filter: $filter, sort: $sort, first: $first, after: $after) {
      nodes { id name } pageInfo { hasNextPage endCursor } totalCount } }`;

  const created = async (person: Person, input: object): Promise<Record<string, unknown>> => {
    const { saved } = await person.data<Saved>(create, { input });
    if (!saved.item) throw new Error(JSON.stringify(saved.userErrors));
    return saved.item;
  };

  it('belong to their customer and are seen by nobody else', async () => {
    const item = await created(ada, { name: 'Thermostat', attributes: { floor: -1 } });
    expect(item).toMatchObject({
      name: 'Thermostat',
      type: 'default',
      label: null,
      attributes: { floor: -1 },
      owner: {
        name: 'ada@example.com',
        customer: { id: ada.customerId, title: 'ada@example.com' },
      },
      viewerCan: expect.arrayContaining(['READ', 'WRITE', 'DELETE']) as string[],
    });
    await created(bob, { name: 'Thermostat' });
    expect((await bob.data<List>(list)).list.totalCount).toBe(1);
    for (const [query, variables] of [
      [find, {}],
      [update, { input: { name: 'Mine' } }],
      [remove, {}],
    ] as const) {
      const answer = await bob.graphql(query, { id: item.id, ...variables });
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
    expect((await ada.data<{ item: unknown }>(find, { id: item.id })).item).toEqual(item);
  });

  it('are changed and deleted by their people', async () => {
    const { id } = await created(ada, { name: 'Boiler', label: 'Cellar' });
    const { saved } = await ada.data<Saved>(update, { id, input: { type: 'heater', label: null } });
    expect(saved.item).toMatchObject({ name: 'Boiler', type: 'heater', label: null });
    expect(await ada.data(remove, { id })).toEqual({
      [`delete${Name}`]: { deletedId: id, userErrors: [] },
    });
    const gone = await ada.graphql(find, { id });
    expect(gone.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('name every fault at its field', async () => {
    await created(ada, { name: 'Taken' });
    const faultsOf = async (input: object) => {
      const { saved } = await ada.data<Saved>(create, { input });
      expect(saved.item).toBeNull();
      return saved.userErrors.map(({ field, code }) => `${field.join('.')} ${code}`);
    };
    expect(await faultsOf({ name: ' Taken ' })).toEqual(['input.name NAME_TAKEN']);
    expect(
      await faultsOf({
        name: ' ',
        type: 'x'.repeat(256),
        label: 'a\u0000b',
        attributes: JSON.parse('{ "__proto__": 1, "nested": {} }') as object,
        ownerCustomerId: bob.customerId,
      }),
    ).toEqual([
      'input.name REQUIRED',
      'input.type TOO_LONG',
      'input.label INVALID_TEXT',
      'input.attributes INVALID_ATTRIBUTES',
      'input.attributes INVALID_ATTRIBUTES',
      'input.ownerCustomerId NOT_FOUND',
    ]);
  });

  it('come page by page, in the order asked for', async () => {
    const carol = await people.customer(`carol-${one}@example.com`);
    for (const name of ['b', 'c', 'a']) await created(carol, { name });
    const walk = async (sort: object | null) => {
      const names: string[] = [];
      let after: string | null = null;
      do {
        const page: List = await carol.data<List>(list, { sort, first: 2, after });
        names.push(...page.list.nodes.map(({ name }) => name));
        after = page.list.pageInfo.hasNextPage ? page.list.pageInfo.endCursor : null;
      } while (after);
      return names.join('');
    };
    expect(await walk(null)).toBe('abc');
    expect(await walk({ field: 'NAME', direction: 'DESC' })).toBe('cba');
    expect(await walk({ field: 'CREATED_AT', direction: 'ASC' })).toBe('bca');
    expect(await walk({ field: 'CREATED_AT', direction: 'DESC' })).toBe('acb');
  });

  it.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: Buffer.from('["a","b"]').toString('base64url') },
    { filter: { search: 'a\u0000b' } },
  ])('answer %j as bad input', async (variables) => {
    const answer = await ada.graphql(list, variables);
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('refuse a cursor of another order', async () => {
    await created(ada, { name: 'cursor one' });
    await created(ada, { name: 'cursor two' });
    const { list: byName } = await ada.data<List>(list, { first: 1 });
    const answer = await ada.graphql(list, {
      after: byName.pageInfo.endCursor,
      sort: { field: 'CREATED_AT', direction: 'ASC' },
    });
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('can be read but not changed by a customer user of the read-only role', async () => {
    const dora = await people.customer(`dora-${one}@example.com`, 'Customer User');
    const { id } = await created(people.admin, {
      name: 'Given',
      ownerCustomerId: dora.customerId,
      attributes: { floor: 2 },
    });
    const { item } = await dora.data<{ item: unknown }>(find, { id });
    expect(item).toMatchObject({
      attributes: { floor: 2 },
      viewerCan: ['READ', 'READ_ATTRIBUTES'],
    });
    const answer = await dora.graphql(update, { id, input: { name: 'Mine' } });
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringContaining(`${one.toUpperCase()}:WRITE`) as string,
      extensions: { code: 'FORBIDDEN' },
    });
  });
});
