import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from '../harness/app.js';
import { createSamplePeople, type Person } from './sample-people.js';

let people: Awaited<ReturnType<typeof createSamplePeople>>;
let admin: Person;
let ada: Person & { readonly customerId: string };
let bob: Person & { readonly customerId: string };

beforeAll(async () => {
  const app = await startTestApp();
  people = await createSamplePeople(app, 'acme');
  admin = people.admin;
  ada = await people.customer('ada@example.com');
  bob = await people.customer('bob@example.com');
});

/** What a mutation calls the entity in its payload. */
const entityOf: Record<string, string> = {
  createDevice: 'device',
  createRole: 'role',
  createEntityGroup: 'entityGroup',
  grantPermission: 'groupPermission',
};

const fields = `id title email parent { id title } owner { name customer { id } } createdAt viewerCan`;
const create = `mutation ($input: CreateCustomerInput!) {
  saved: createCustomer(input: $input) { customer { ${fields} } userErrors { field code } } }`;
const update = `mutation ($id: ID!, $input: UpdateCustomerInput!) {
  saved: updateCustomer(id: $id, input: $input) { customer { ${fields} } userErrors { field code } } }`;
const remove = `mutation ($id: ID!) { deleteCustomer(id: $id) { deletedId userErrors { field code } } }`;
const find = `query ($id: ID!) { customer(id: $id) { ${fields} } }`;
const contents = `query ($id: ID!) {
  customerContents(id: $id) { users devices assets dashboards subCustomers roles groups } }`;
const list = `query ($search: String, $parentId: ID, $first: Int! = 20, $after: String) {
  customers(search: $search, parentId: $parentId, first: $first, after: $after) {
    nodes { title } pageInfo { hasNextPage endCursor } totalCount } }`;

interface Saved {
  readonly saved: {
    readonly customer: { readonly id: string } | null;
    readonly userErrors: readonly { field: string[]; code: string }[];
  };
}

interface List {
  readonly customers: {
    readonly nodes: readonly { title: string }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
    readonly totalCount: number;
  };
}

const created = async (person: Person, input: object): Promise<{ readonly id: string }> => {
  const { saved } = await person.data<Saved>(create, { input });
  if (!saved.customer) throw new Error(JSON.stringify(saved.userErrors));
  return saved.customer;
};

describe('customers over the API', () => {
  it('stand below the tenant, or below the own customer', async () => {
    expect(await created(admin, { title: ' Carol ', email: 'carol@example.com' })).toMatchObject({
      title: 'Carol',
      email: 'carol@example.com',
      parent: null,
      owner: { name: 'acme', customer: null },
    });
    expect(await created(ada, { title: 'Cellar' })).toMatchObject({
      parent: { id: ada.customerId, title: 'ada@example.com' },
      owner: { name: 'ada@example.com', customer: { id: ada.customerId } },
    });
  });

  it('are hidden from other customers', async () => {
    for (const query of [find, contents, remove]) {
      const answer = await bob.graphql(query, { id: ada.customerId });
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
    const { customers } = await bob.data<List>(list);
    expect(customers.nodes).toEqual([{ title: 'bob@example.com' }]);
    const { saved } = await bob.data<Saved>(create, {
      input: { title: 'Mine', parentId: ada.customerId },
    });
    expect(saved).toEqual({
      customer: null,
      userErrors: [{ field: ['input', 'parentId'], code: 'NOT_FOUND' }],
    });
  });

  it('name every fault at its field', async () => {
    const { saved } = await admin.data<Saved>(create, {
      input: { title: 'x'.repeat(256), email: 'two@example.com, more@example.com' },
    });
    expect(saved).toEqual({
      customer: null,
      userErrors: [
        { field: ['input', 'title'], code: 'TOO_LONG' },
        { field: ['input', 'email'], code: 'INVALID_EMAIL' },
      ],
    });
  });

  it('are found page by page', async () => {
    const parent = await created(admin, { title: 'Parent' });
    for (const title of ['b', 'a', 'c']) await created(admin, { title, parentId: parent.id });
    const first = await admin.data<List>(list, { parentId: parent.id, first: 2 });
    expect(first.customers).toMatchObject({
      nodes: [{ title: 'a' }, { title: 'b' }],
      pageInfo: { hasNextPage: true },
      totalCount: 3,
    });
    const after = first.customers.pageInfo.endCursor;
    const second = await admin.data<List>(list, { parentId: parent.id, first: 2, after });
    expect(second.customers.nodes).toEqual([{ title: 'c' }]);
    const found = await admin.data<List>(list, { search: 'PAREN' });
    expect(found.customers.nodes).toEqual([{ title: 'Parent' }]);
  });

  it('are deleted with their people, whose sessions end at once', async () => {
    const dora = await people.customer('dora@example.com');
    await dora.data(`mutation { createDevice(input: { name: "Lamp" }) { device { id } } }`);
    const before = await admin.data<{ customerContents: object }>(contents, {
      id: dora.customerId,
    });
    expect(before.customerContents).toMatchObject({
      users: 1,
      devices: 1,
      dashboards: 0,
      subCustomers: 0,
    });

    expect(await dora.data(remove, { id: dora.customerId })).toEqual({
      deleteCustomer: { deletedId: null, userErrors: [{ field: ['id'], code: 'NOT_ALLOWED' }] },
    });
    expect(await admin.data(remove, { id: dora.customerId })).toEqual({
      deleteCustomer: { deletedId: dora.customerId, userErrors: [] },
    });
    await expect
      .poll(async () => (await dora.graphql('{ devices { nodes { id } } }')).errors[0]?.extensions)
      .toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('keep what is absent and clear what is null', async () => {
    const { id } = await created(admin, { title: 'Emil', email: 'emil@example.com' });
    const { saved } = await admin.data<Saved>(update, { id, input: { title: 'Emil B.' } });
    expect(saved.customer).toMatchObject({ title: 'Emil B.', email: 'emil@example.com' });
    const cleared = await admin.data<Saved>(update, { id, input: { email: null } });
    expect(cleared.saved.customer).toMatchObject({ title: 'Emil B.', email: null });
  });
});

it('names no owner that the viewer may not see, even of what is shared', async () => {
  const idOf = async (person: Person, mutation: string, input: object): Promise<string> => {
    const data = await person.data<Record<string, { saved: { id: string } | null }>>(
      `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) {
        ${mutation}(input: $input) { saved: ${entityOf[mutation]} { id } userErrors { message } } }`,
      { input },
    );
    const id = data[mutation]?.saved?.id;
    if (!id) throw new Error(JSON.stringify(data));
    return id;
  };
  const deviceId = await idOf(bob, 'createDevice', { name: 'Shared' });
  const { entityGroups } = await admin.data<{ entityGroups: { items: { id: string }[] } }>(
    `query ($owner: ID!) { entityGroups(filter: { ownerCustomerId: $owner, type: USER }) { items { id } } }`,
    { owner: ada.customerId },
  );
  await idOf(admin, 'grantPermission', {
    userGroupId: entityGroups.items[0]?.id,
    roleId: await idOf(admin, 'createRole', {
      name: 'Reader',
      type: 'GROUP',
      operations: ['READ'],
    }),
    entityGroupId: await idOf(admin, 'createEntityGroup', {
      name: 'Shared devices',
      type: 'DEVICE',
      memberIds: [deviceId],
    }),
  });
  const { device } = await ada.data<{ device: object }>(
    'query ($id: ID!) { device(id: $id) { name attributes owner { name customer { id } } viewerCan } }',
    { id: deviceId },
  );
  expect(device).toEqual({
    name: 'Shared',
    attributes: null,
    owner: { name: 'Another customer', customer: null },
    viewerCan: ['READ'],
  });
});
