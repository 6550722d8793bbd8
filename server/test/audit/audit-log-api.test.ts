import { beforeAll, describe, expect, it } from 'vitest';
import { createSamplePeople, type Person } from '../customers/sample-people.js';
import { startTestApp } from '../harness/app.js';

let admin: Person;
let otherAdmin: Person;
let ada: Person;

beforeAll(async () => {
  const app = await startTestApp();
  const acme = await createSamplePeople(app, 'acme');
  admin = acme.admin;
  ada = await acme.customer('ada@example.com');
  otherAdmin = (await createSamplePeople(app, 'globex')).admin;
});

const auditLog = `query ($filter: AuditLogFilter, $first: Int! = 20, $after: String) {
  auditLog(filter: $filter, first: $first, after: $after) {
    nodes { id at actor actorId impersonator action entityType entityId entityName before after ip }
    edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }`;

interface Log {
  readonly auditLog: {
    readonly nodes: readonly { readonly entityName: string }[];
    readonly pageInfo: { readonly endCursor: string | null };
    readonly totalCount: number;
  };
}

const addDevice = async (person: Person, name: string): Promise<string> => {
  const { createDevice } = await person.data<{ createDevice: { device: { id: string } } }>(
    'mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }',
    { name },
  );
  return createDevice.device.id;
};

it('shows who did what in the tenant, newest first', async () => {
  const boiler = await addDevice(ada, 'Boiler');
  const lamp = await addDevice(admin, 'Lamp');
  const filter = { action: 'device.created' };
  const first = await admin.data<Log>(auditLog, { filter, first: 1 });
  expect(first.auditLog).toMatchObject({
    nodes: [{ entityId: lamp, entityName: 'Lamp', entityType: 'DEVICE', actor: 'Grace Hopper' }],
    pageInfo: { hasNextPage: true },
    totalCount: 2,
  });
  const after = first.auditLog.pageInfo.endCursor;
  const second = await admin.data<Log>(auditLog, { filter, after });
  expect(second.auditLog.nodes).toMatchObject([
    { entityId: boiler, before: null, after: { name: 'Boiler' }, ip: '127.0.0.1' },
  ]);
  const none = await otherAdmin.data<Log>(auditLog, { filter: { entityId: boiler } });
  expect(none.auditLog).toMatchObject({ nodes: [], totalCount: 0 });
});

it('is closed to customer users, whatever their roles', async () => {
  const answer = await ada.graphql(auditLog);
  expect(answer.errors[0]).toMatchObject({
    message: expect.stringContaining('AUDIT_LOG:READ') as string,
    extensions: { code: 'FORBIDDEN' },
  });
});

it.each([{ first: 101 }, { after: 'nonsense' }, { filter: { search: 'a\u0000b' } }])(
  'answers %j as bad input',
  async (variables) => {
    const answer = await admin.graphql(auditLog, variables);
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  },
);

describe('what an entry names', () => {
  const names = `query ($filter: AuditLogFilter) {
    auditLog(filter: $filter) { nodes { names { id name } } } }`;
  interface Names {
    readonly auditLog: { readonly nodes: { readonly names: object[] }[] };
  }
  const addGroup = async (person: Person, input: object): Promise<string> => {
    const { createEntityGroup } = await person.data<{
      createEntityGroup: { entityGroup: { id: string } };
    }>(
      `mutation ($input: CreateEntityGroupInput!) {
         createEntityGroup(input: $input) { entityGroup { id } } }`,
      { input },
    );
    return createEntityGroup.entityGroup.id;
  };

  it('is told by its present name, and as deleted when it is', async () => {
    const [kept, gone] = [await addDevice(admin, 'Pump'), await addDevice(admin, 'Valve')];
    const group = await addGroup(admin, { name: 'Wet', type: 'DEVICE', memberIds: [] });
    await admin.data(
      `mutation ($id: ID!, $ids: [ID!]!) {
         addToEntityGroup(groupId: $id, entityIds: $ids) { entityGroup { id } } }`,
      { id: group, ids: [kept, gone] },
    );
    await admin.data(
      `mutation ($kept: ID!, $gone: ID!) {
         updateDevice(id: $kept, input: { name: "Big pump" }) { device { id } }
         deleteDevice(id: $gone) { deletedId } }`,
      { kept, gone },
    );
    const filter = { entityId: group, action: 'entity_group.members_added' };
    const { auditLog: log } = await admin.data<Names>(names, { filter });
    expect(log.nodes).toEqual([
      {
        names: [
          { id: kept, name: 'Big pump' },
          { id: gone, name: null },
        ],
      },
    ]);
  });
});
