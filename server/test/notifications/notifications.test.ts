import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { activate, noCaptcha, register } from '../registration/sign-up.js';
import { choose, createRecipient, deliveriesOf, inboxOf } from './recipients-over-api.js';
import { signUp } from './telling-pages.js';

let app: TestApp;
let time = new Date();

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => time } });
});

const activateNow = async (tenant: TestTenant, email: string) => {
  const { browser, secret } = await signUp(app, tenant, email);
  expect((await activate(browser, { secret })).activated).toBe(true);
};

const unread = async ({ admin }: TestTenant): Promise<number> =>
  (await admin.data<{ unreadNotificationCount: number }>('{ unreadNotificationCount }'))
    .unreadNotificationCount;

/** Of all tenants of this server: jobs that wait for the next hour. */
const waitingSummaries = (): Promise<number> =>
  onQueue(
    `select count(*)::int as count from graphile_worker.jobs
      where task_identifier = 'summarise-notifications'`,
  );

/** The queue keeps the database's time, which no test moves. */
const runWaitingSummaries = (): Promise<number> =>
  onQueue(
    `with due as (update graphile_worker._private_jobs j set run_at = now()
       from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'summarise-notifications' returning 1)
     select count(*)::int as count from due`,
  );

const onQueue = async (sql: string): Promise<number> => {
  const client = new pg.Client(app.connectionString);
  await client.connect();
  try {
    return (await client.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
};

describe('without a recipient', () => {
  it("tells the tenant's administrators of registration and activation, here and by e-mail", async () => {
    const tenant = await makeTenant(app, noCaptcha);
    await activateNow(tenant, 'grace@example.com');
    await expect.poll(() => unread(tenant)).toBe(2);
    const [activated, registered] = await inboxOf(tenant.admin);
    expect(registered).toMatchObject({
      event: 'USER_REGISTERED',
      host: tenant.host,
      personName: 'Grace Hopper',
      personEmail: 'grace@example.com',
      readAt: null,
    });
    expect(activated?.event).toBe('USER_ACTIVATED');
    expect(activated?.registration?.id).toBe(registered?.registration?.id);
    const mail = await app.mails.next(tenant.administrator.email);
    expect(mail.subject).toBe('Somebody registered');
    expect(mail.text).toContain('Grace Hopper (grace@example.com)');
    expect(mail.text).toContain(`/security/registrations/${registered?.registration?.id ?? '-'}`);
    const second = await app.mails.next(tenant.administrator.email);
    expect(second.subject).toBe('An account was activated');
    const deliveries = await deliveriesOf(tenant.admin);
    expect(deliveries.map(({ channel, target }) => [channel, target])).toEqual([
      ['EMAIL', tenant.administrator.email],
      ['EMAIL', tenant.administrator.email],
    ]);
  });

  it('tells nobody of an address that has an account', async () => {
    const tenant = await makeTenant(app, noCaptcha);
    await activateNow(tenant, 'taken@example.com');
    await expect.poll(() => unread(tenant)).toBe(2);
    await register(app.browser(tenant.host), { email: 'taken@example.com', firstName: 'Grace' });
    await app.mails.next('taken@example.com'); // «account activated»
    const mail = await app.mails.next('taken@example.com');
    expect(mail.subject).toBe('You already have an account');
    expect(await unread(tenant)).toBe(2);
  });

  it('tells nobody when the page says so', async () => {
    const tenant = await makeTenant(app, { ...noCaptcha, notifyNobody: true });
    await activateNow(tenant, 'quiet@example.com');
    expect(await choose(tenant, { notificationRecipientId: null })).toEqual([]);
    await activateNow(tenant, 'loud@example.com');
    await expect.poll(() => unread(tenant)).toBe(2);
    const told = await inboxOf(tenant.admin);
    expect(new Set(told.map(({ personEmail }) => personEmail))).toEqual(
      new Set(['loud@example.com']),
    );
  });
});

describe('the inbox', () => {
  it('marks one as read, or all, and only for its owner', async () => {
    const tenant = await makeTenant(app, noCaptcha);
    await activateNow(tenant, 'reader@example.com');
    await expect.poll(() => unread(tenant)).toBe(2);
    const [first] = await inboxOf(tenant.admin);
    const mark = `mutation ($id: ID!) { markNotificationRead(id: $id) { notification { id readAt } } }`;
    const stranger = await makeTenant(app);
    const { errors } = await stranger.admin.graphql(mark, { id: first?.id });
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    const { markNotificationRead } = await tenant.admin.data<{
      markNotificationRead: { notification: { readAt: string | null } };
    }>(mark, { id: first?.id });
    expect(markNotificationRead.notification.readAt).not.toBeNull();
    expect(await inboxOf(tenant.admin, true)).toHaveLength(1);
    const all = 'mutation { markAllNotificationsRead { markedCount } }';
    expect(await tenant.admin.data(all)).toEqual({ markAllNotificationsRead: { markedCount: 1 } });
    expect(await unread(tenant)).toBe(0);
    expect(await inboxOf(tenant.admin)).toHaveLength(2);
  });

  it('is for people who are signed in', async () => {
    const { errors } = await app.browser().graphql('{ unreadNotificationCount }');
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('more than 10 within an hour', () => {
  it('come as one summary when the next hour begins', async () => {
    time = new Date('2030-05-01T10:45:00Z');
    const tenant = await makeTenant(app, noCaptcha);
    for (let n = 1; n <= 13; n += 1) await signUp(app, tenant, `crowd${n}@example.com`);
    await expect.poll(() => unread(tenant)).toBe(10);
    await expect.poll(() => waitingSummaries()).toBe(1);
    time = new Date('2030-05-01T11:00:00Z');
    await runWaitingSummaries();
    await expect.poll(() => unread(tenant)).toBe(11);
    const [summary] = await inboxOf(tenant.admin);
    expect(summary).toMatchObject({
      event: 'SUMMARY',
      host: tenant.host,
      registeredCount: 3,
      activatedCount: 0,
      personEmail: null,
    });
    await signUp(app, tenant, 'next-hour@example.com');
    await expect.poll(() => unread(tenant)).toBe(12);
    time = new Date();
  });
});

describe('plain addresses', () => {
  it('are told in the language of the recipient', async () => {
    const tenant = await makeTenant(app, noCaptcha);
    const emails = ['team@example.com', 'TEAM@example.com', 'boss@example.com'];
    const input = { name: 'Team', type: 'EMAILS', emails, locale: 'de' };
    const notificationRecipientId = await createRecipient(tenant.admin, input);
    await choose(tenant, { notificationRecipientId });
    await signUp(app, tenant, 'plain@example.com');
    expect((await app.mails.next('boss@example.com')).subject).toBe('Jemand hat sich registriert');
    const targets = (await deliveriesOf(tenant.admin)).map(({ target }) => target);
    expect(targets.sort()).toEqual(['TEAM@example.com', 'boss@example.com']);
  });
});
