import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { addClerk, makeGroup, makeRole } from '../registration/grants.js';
import { registerAndActivate } from '../registration/sign-up.js';
import { choose, createRecipient, tryToCreate } from './recipients-over-api.js';

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
});

const slack = {
  name: 'Chat',
  type: 'SLACK',
  url: 'https://hooks.slack.com/services/T0/B0/the-secret-path',
};

interface Preview {
  readonly totalCount: number;
  readonly people: { name: string; email: string }[];
}

const preview = async (
  input: Record<string, unknown>,
  by: Browser = tenant.admin,
): Promise<Preview> =>
  (
    await by.data<{ recipientPreview: Preview }>(
      `query ($input: RecipientPreviewInput!) { recipientPreview(input: $input) { totalCount people { name email } } }`,
      { input },
    )
  ).recipientPreview;

describe('a recipient', () => {
  it.each([
    [{ name: ' ', type: 'TENANT_ADMINISTRATORS' }, 'name', 'REQUIRED'],
    [{ name: 'x'.repeat(256), type: 'ALL_USERS' }, 'name', 'TOO_LONG'],
    [{ name: 'a', type: 'USERS' }, 'userIds', 'REQUIRED'],
    [{ name: 'a', type: 'USERS', userIds: ['nonsense'] }, 'userIds', 'NOT_FOUND'],
    [
      { name: 'a', type: 'ROLES', roleIds: ['0199c5a4-0000-7000-8000-000000000000'] },
      'roleIds',
      'NOT_FOUND',
    ],
    [{ name: 'a', type: 'EMAILS', emails: [] }, 'emails', 'REQUIRED'],
    [{ name: 'a', type: 'EMAILS', emails: ['ada@example.com', 'no'] }, 'emails.1', 'INVALID_EMAIL'],
    [
      { name: 'a', type: 'EMAILS', emails: Array(21).fill('ada@example.com') },
      'emails',
      'TOO_MANY',
    ],
    [{ name: 'a', type: 'SLACK' }, 'url', 'REQUIRED'],
    [{ name: 'a', type: 'SLACK', url: 'hooks' }, 'url', 'INVALID_URL'],
    [{ name: 'a', type: 'TEAMS', url: 'http://example.com/' }, 'url', 'URL_NOT_ALLOWED'],
    [{ name: 'a', type: 'WEBHOOK', url: 'https://10.0.0.1/' }, 'url', 'URL_NOT_ALLOWED'],
    [{ name: 'a', type: 'WEBHOOK', url: 'https://user:p@example.com/' }, 'url', 'INVALID_URL'],
    [
      { name: 'a', type: 'WEBHOOK', url: 'https://example.com/', signingSecret: 'short' },
      'signingSecret',
      'INVALID_SECRET',
    ],
    [{ name: 'a', type: 'ALL_USERS', locale: 'xx' }, 'locale', 'UNKNOWN_LOCALE'],
  ])('%j is refused at %s with %s', async (input, field, code) => {
    const { id, faults } = await tryToCreate(tenant.admin, input);
    expect(id).toBeNull();
    expect(faults).toEqual([
      expect.objectContaining({ field: ['input', ...field.split('.')], code }),
    ]);
  });

  it('tells all faults of a form at once', async () => {
    const input = { name: '', type: 'WEBHOOK', url: 'x', signingSecret: 'y', locale: 'z' };
    const { faults } = await tryToCreate(tenant.admin, input);
    expect(faults.map(({ code }) => code)).toEqual([
      'REQUIRED',
      'INVALID_URL',
      'INVALID_SECRET',
      'UNKNOWN_LOCALE',
    ]);
  });

  it('never shows its secrets again, and keeps them sealed', async () => {
    const id = await createRecipient(tenant.admin, slack);
    const answer = await tenant.admin.graphql(
      `query ($id: ID!) { notificationRecipient(id: $id) { id name type urlSet urlHost signingSecretSet viewerCan } }`,
      { id },
    );
    expect(answer.data).toMatchObject({
      notificationRecipient: { urlSet: true, urlHost: 'hooks.slack.com', signingSecretSet: false },
    });
    expect(answer.body).not.toContain('the-secret-path');
    const { transact } = app.server.slices.database;
    const { recipients } = app.server.slices;
    const stored = await transact(tenant.id, (tx) => recipients.repository.find(tx, id));
    expect(stored?.sealedUrl).toMatch(/^v1\./);
    const log = await tenant.admin.graphql(
      `query { auditLog(first: 100) { nodes { action before after } } }`,
    );
    expect(log.body).toContain('recipient.created');
    expect(log.body).not.toContain('the-secret-path');
  });

  it('keeps what an update leaves out, the address too', async () => {
    const id = await createRecipient(tenant.admin, { ...slack, name: 'Keeps' });
    const { updateNotificationRecipient: payload } = await tenant.admin.data<{
      updateNotificationRecipient: { notificationRecipient: object };
    }>(
      `mutation ($id: ID!, $input: UpdateNotificationRecipientInput!) {
         updateNotificationRecipient(id: $id, input: $input) {
           notificationRecipient { name urlHost locale } userErrors { code } } }`,
      { id, input: { locale: 'de' } },
    );
    expect(payload.notificationRecipient).toEqual({
      name: 'Keeps',
      urlHost: 'hooks.slack.com',
      locale: 'de',
    });
  });

  it('has a name of its own', async () => {
    await createRecipient(tenant.admin, { name: 'Twice', type: 'ALL_USERS' });
    const { faults } = await tryToCreate(tenant.admin, { name: 'Twice', type: 'ALL_USERS' });
    expect(faults.map(({ code }) => code)).toEqual(['NAME_TAKEN']);
  });

  it('can not be deleted while a page tells it, and says which', async () => {
    const id = await createRecipient(tenant.admin, { name: 'In use', type: 'ALL_USERS' });
    expect(await choose(tenant, { notificationRecipientId: id })).toEqual([]);
    const remove = () =>
      tenant.admin.data<{
        deleteNotificationRecipient: { deletedId: string | null; userErrors: object[] };
      }>(
        `mutation ($id: ID!) { deleteNotificationRecipient(id: $id) { deletedId userErrors { code message } } }`,
        { id },
      );
    expect((await remove()).deleteNotificationRecipient).toEqual({
      deletedId: null,
      userErrors: [{ code: 'IN_USE', message: expect.stringContaining(tenant.host) as string }],
    });
    const { notificationRecipient } = await tenant.admin.data<{
      notificationRecipient: { usedBySelfRegistrations: object[] };
    }>(`query ($id: ID!) { notificationRecipient(id: $id) { usedBySelfRegistrations { id } } }`, {
      id,
    });
    expect(notificationRecipient.usedBySelfRegistrations).toEqual([
      { id: tenant.selfRegistrationId },
    ]);
    expect(await choose(tenant, { notificationRecipientId: null })).toEqual([]);
    expect((await remove()).deleteNotificationRecipient.deletedId).toBe(id);
  });

  it("is not found from another tenant, neither to read nor to choose for one's page", async () => {
    const id = await createRecipient(tenant.admin, { name: 'Foreign', type: 'ALL_USERS' });
    const other = await makeTenant(app);
    const { errors } = await other.admin.graphql(
      `query ($id: ID!) { notificationRecipient(id: $id) { id } }`,
      { id },
    );
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await choose(other, { notificationRecipientId: id })).toEqual(['NOT_FOUND']);
  });

  it('is nothing for customer users, whatever their roles say', async () => {
    const customer = app.browser(tenant.host);
    await registerAndActivate(app, customer, 'curious@example.com');
    for (const query of [
      '{ notificationRecipients { totalCount } }',
      '{ notificationDeliveries { nodes { id } } }',
      'mutation { deleteNotificationRecipient(id: "x") { deletedId } }',
    ]) {
      const { errors } = await customer.graphql(query);
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await customer.graphql('{ unreadNotificationCount }')).errors).toEqual([]);
  });
});

describe('what a recipient names', () => {
  it('says so itself, to who may read recipients', async () => {
    const { id: roleId } = await makeRole(tenant.admin, { DEVICE: ['READ'] });
    const { id: groupId } = await makeGroup(tenant.admin, 'USER');
    await createRecipient(tenant.admin, { name: 'By role', type: 'ROLES', roleIds: [roleId] });
    const byGroup = { name: 'By group', type: 'USER_GROUPS', userGroupIds: [groupId] };
    await createRecipient(tenant.admin, byGroup);
    const used = `query ($roleId: ID!, $groupId: ID!) {
      role(id: $roleId) { usedByRecipients { name } }
      entityGroup(id: $groupId) { usedByRecipients { name } }
    }`;
    expect(await tenant.admin.data(used, { roleId, groupId })).toEqual({
      role: { usedByRecipients: [{ name: 'By role' }] },
      entityGroup: { usedByRecipients: [{ name: 'By group' }] },
    });
    const clerk = await addClerk(app, tenant.admin, { ROLE: ['READ'], USER_GROUP: ['READ'] });
    expect(await clerk.data(used, { roleId, groupId })).toEqual({
      role: { usedByRecipients: [] },
      entityGroup: { usedByRecipients: [] },
    });
  });
});

describe('the preview', () => {
  it('says whom a recipient stands for', async () => {
    const own = await makeTenant(app);
    tenant = own;
    const browser = app.browser(own.host);
    await registerAndActivate(app, browser, 'ben@example.com', { firstName: 'Ben', lastName: 'B' });
    const { users } = await own.admin.data<{
      users: {
        nodes: {
          id: string;
          email: string;
          customer: { id: string } | null;
          groups: { id: string; name: string }[];
        }[];
      };
    }>('{ users(first: 10) { nodes { id email customer { id } groups { id name } } } }');
    const ben = users.nodes.find(({ email }) => email === 'ben@example.com');
    const groups = ben?.groups.filter(({ name }) => name === 'Self Registration Users') ?? [];
    const { roles } = await own.admin.data<{ roles: { items: { id: string; name: string }[] } }>(
      '{ roles(limit: 100) { items { id name } } }',
    );
    const role = roles.items.find(({ name }) => name === 'Customer Administrator');
    const isBen = { totalCount: 1, people: [{ name: 'Ben B', email: 'ben@example.com' }] };
    const isAdministrator = {
      totalCount: 1,
      people: [{ name: 'Ada Min', email: own.administrator.email }],
    };
    expect(await preview({ type: 'TENANT_ADMINISTRATORS' })).toEqual(isAdministrator);
    expect(await preview({ type: 'USERS', userIds: [ben?.id] })).toEqual(isBen);
    expect(await preview({ type: 'CUSTOMER_USERS', customerIds: [ben?.customer?.id] })).toEqual(
      isBen,
    );
    expect(
      await preview({ type: 'USER_GROUPS', userGroupIds: groups.map(({ id }) => id) }),
    ).toEqual(isBen);
    expect(await preview({ type: 'ROLES', roleIds: [role?.id] })).toEqual(isBen);
    expect((await preview({ type: 'ALL_USERS' })).totalCount).toBe(2);
    await expect(preview({ type: 'USERS', userIds: ['nonsense'] })).rejects.toThrow('NOT_FOUND');
  });

  it('names nobody to who may not read users', async () => {
    const clerk = await addClerk(app, tenant.admin, { NOTIFICATION: ['READ'] });
    const administrators = await preview({ type: 'TENANT_ADMINISTRATORS' }, clerk);
    expect(administrators.totalCount).toBeGreaterThan(0);
    expect(administrators.people).toEqual([]);
  });
});
