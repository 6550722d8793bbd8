import { createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { activate, activationMail, noCaptcha, register } from '../registration/sign-up.js';
import { choose, createRecipient, deliveriesOf, inboxOf, sendTest } from './recipients-over-api.js';
import { startWebhookStandIn, type WebhookStandIn } from './webhook-stand-in.js';

let app: TestApp;
let time = new Date();
let far: WebhookStandIn;

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => time } });
  far = await startWebhookStandIn();
});

const person = { firstName: 'Grace', lastName: 'Hopper' };

/** Submits the form and waits until the activation mail is out. */
const signUp = async (tenant: TestTenant, email: string, input: object = person) => {
  const browser = app.browser(tenant.host);
  await register(browser, { email, ...input });
  const { secret } = await activationMail(app, email);
  return { browser, secret };
};

const activateNow = async (tenant: TestTenant, email: string) => {
  const { browser, secret } = await signUp(tenant, email);
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
    await register(app.browser(tenant.host), { email: 'taken@example.com', ...person });
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
    for (let n = 1; n <= 13; n += 1) await signUp(tenant, `crowd${n}@example.com`);
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
    await signUp(tenant, 'next-hour@example.com');
    await expect.poll(() => unread(tenant)).toBe(12);
    time = new Date();
  });
});

describe('a webhook', () => {
  const signingSecret = `whsec_${randomBytes(32).toString('base64')}`;

  const withWebhook = async (input: object) => {
    const tenant = await makeTenant(app, noCaptcha);
    const recipientId = await createRecipient(tenant.admin, {
      name: 'Far side',
      type: 'WEBHOOK',
      url: far.url,
      ...input,
    });
    expect(await choose(tenant, { notificationRecipientId: recipientId })).toEqual([]);
    return { tenant, recipientId };
  };

  const only = async ({ admin }: TestTenant) => (await deliveriesOf(admin))[0];

  it('gets signed JSON with a stable id', async () => {
    far.answer(204);
    const { tenant } = await withWebhook({ signingSecret });
    await signUp(tenant, 'signed@example.com');
    const { headers, text, body } = await far.next();
    expect(body).toMatchObject({
      type: 'registration.created',
      data: { host: tenant.host, personName: 'Grace Hopper', personEmail: 'signed@example.com' },
    });
    const id = String(headers['webhook-id']);
    const timestamp = String(headers['webhook-timestamp']);
    const key = Buffer.from(signingSecret.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`);
    expect(headers['webhook-signature']).toBe(`v1,${signature.digest('base64')}`);
    await expect.poll(async () => (await only(tenant))?.state).toBe('SENT');
    expect(await only(tenant)).toMatchObject({
      id,
      channel: 'WEBHOOK',
      target: far.host,
      attempts: 1,
      answer: 'HTTP 204',
      notification: { event: 'USER_REGISTERED', recipientName: 'Far side' },
    });
    expect(await inboxOf(tenant.admin)).toEqual([]);
  });

  it('is tried again with the same id, and the registration never notices', async () => {
    far.answer(503, 'come back later');
    const { tenant } = await withWebhook({ signingSecret });
    const { browser, secret } = await signUp(tenant, 'patient@example.com');
    const first = await far.next();
    await expect.poll(async () => (await only(tenant))?.attempts).toBe(1);
    expect(await only(tenant)).toMatchObject({
      state: 'QUEUED',
      answer: 'HTTP 503: come back later',
    });
    expect((await activate(browser, { secret })).activated).toBe(true);
    far.answer(200, 'ok');
    await far.next(); // the activation
    const again = await far.next(); // after 5 s
    expect(again.headers['webhook-id']).toBe(first.headers['webhook-id']);
    await expect
      .poll(async () => (await deliveriesOf(tenant.admin)).map(({ state }) => state))
      .toEqual(['SENT', 'SENT']);
  });

  it.each([
    ['a redirect', () => far.answer(302, '', { location: far.url }), 'HTTP 302'],
    ['404', () => far.answer(404, 'no such hook'), 'HTTP 404: no such hook'],
    ['control characters', () => far.answer(400, 'a\0b\nc'), 'HTTP 400: a b c'],
    ['an echo of the address', () => far.answer(400, `at ${far.url}!`), 'HTTP 400: at …!'],
  ])('%s is no delivery, and its words are shown', async (_name, set, answer) => {
    set();
    const { tenant } = await withWebhook({});
    await signUp(tenant, 'unlucky@example.com');
    await far.next();
    await expect.poll(async () => (await only(tenant))?.answer).toBe(answer);
    expect((await only(tenant))?.state).toBe('QUEUED');
    expect(far.calls.filter(({ text }) => text.includes(tenant.host))).toHaveLength(1);
  });

  it('that wants no more calls has failed visibly, and can be tried again by hand', async () => {
    far.answer(410, 'gone');
    const { tenant } = await withWebhook({});
    await signUp(tenant, 'gone@example.com');
    await far.next();
    await expect.poll(async () => (await only(tenant))?.state).toBe('FAILED');
    far.answer(200, 'ok');
    const id = (await only(tenant))?.id;
    const retry = `mutation ($id: ID!) { retryNotificationDelivery(id: $id) {
      notificationDelivery { state } userErrors { code } } }`;
    expect(await tenant.admin.data(retry, { id })).toEqual({
      retryNotificationDelivery: { notificationDelivery: { state: 'QUEUED' }, userErrors: [] },
    });
    await far.next();
    await expect.poll(async () => (await only(tenant))?.state).toBe('SENT');
    expect(await tenant.admin.data(retry, { id })).toMatchObject({
      retryNotificationDelivery: { userErrors: [{ code: 'WRONG_STATE' }] },
    });
    expect(await deliveriesOf(tenant.admin, { state: 'FAILED' })).toEqual([]);
  });

  it('speaks the language of Slack, where nothing that was typed is markup or a link', async () => {
    far.answer(200, 'ok');
    const { tenant } = await withWebhook({ type: 'SLACK', locale: 'de' });
    const lastName = 'http://evil.example <b>Hopper';
    await signUp(tenant, 'slack@example.com', { firstName: 'Grace', lastName });
    const { body, text } = await far.next();
    expect(body).toMatchObject({
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Jemand hat sich registriert' } },
        { type: 'section', fields: expect.arrayContaining([]) as object[] },
        { type: 'section', text: { type: 'mrkdwn' } },
      ],
    });
    expect(text).toContain('Grace');
    expect(text).not.toMatch(/evil|<b>/);
  });

  it('gives Teams an adaptive card', async () => {
    far.answer(202);
    const { tenant } = await withWebhook({ type: 'TEAMS' });
    await signUp(tenant, 'teams@example.com');
    const { body } = await far.next();
    expect(body).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: { type: 'AdaptiveCard', actions: [{ type: 'Action.OpenUrl' }] },
        },
      ],
    });
  });
});

describe('a test notice', () => {
  it("shows the far side's real answer", async () => {
    const { admin } = await makeTenant(app);
    const id = await createRecipient(admin, { name: 'Hook', type: 'SLACK', url: far.url });
    far.answer(403, 'invalid_token');
    const target = { channel: 'SLACK', target: far.host };
    expect(await sendTest(admin, id)).toEqual([
      { ...target, delivered: false, answer: 'HTTP 403: invalid_token' },
    ]);
    far.answer(200, 'ok');
    expect(await sendTest(admin, id)).toEqual([
      { ...target, delivered: true, answer: 'HTTP 200: ok' },
    ]);
  });

  it("shows the mail server's real answer for each address", async () => {
    const { admin } = await makeTenant(app);
    const emails = ['ops@example.com'];
    const id = await createRecipient(admin, { name: 'Ops', type: 'EMAILS', emails });
    app.mails.refuse('recipient', 550, 'no such mailbox');
    const [refused] = await sendTest(admin, id);
    app.mails.accept();
    expect(refused).toMatchObject({ target: 'ops@example.com', delivered: false });
    expect(refused?.answer).toContain('no such mailbox');
    expect(await sendTest(admin, id)).toMatchObject([{ delivered: true }]);
    expect((await app.mails.next('ops@example.com')).subject).toBe('This is a test notice');
  });

  it('of a recipient that stands for people goes to the viewer alone', async () => {
    const tenant = await makeTenant(app);
    const id = await createRecipient(tenant.admin, {
      name: 'All',
      type: 'ALL_USERS',
      byEmail: false,
    });
    expect(await sendTest(tenant.admin, id)).toMatchObject([{ channel: 'INBOX', delivered: true }]);
    expect((await inboxOf(tenant.admin)).map(({ event }) => event)).toEqual(['TEST']);
  });

  it('is limited, because it calls and mails on demand', async () => {
    const limited = await startTestApp({
      limits: { testNoticePerTenant: { points: 1, seconds: 60 } },
    });
    const { admin } = await makeTenant(limited);
    const id = await createRecipient(admin, { name: 'All', type: 'ALL_USERS', byEmail: false });
    await sendTest(admin, id);
    const { errors } = await admin.graphql(
      'mutation ($id: ID!) { sendTestNotice(recipientId: $id) { results { answer } } }',
      { id },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('plain addresses', () => {
  it('are told in the language of the recipient', async () => {
    const tenant = await makeTenant(app, noCaptcha);
    const emails = ['team@example.com', 'TEAM@example.com', 'boss@example.com'];
    const input = { name: 'Team', type: 'EMAILS', emails, locale: 'de' };
    const notificationRecipientId = await createRecipient(tenant.admin, input);
    await choose(tenant, { notificationRecipientId });
    await signUp(tenant, 'plain@example.com');
    expect((await app.mails.next('boss@example.com')).subject).toBe('Jemand hat sich registriert');
    const targets = (await deliveriesOf(tenant.admin)).map(({ target }) => target);
    expect(targets.sort()).toEqual(['TEAM@example.com', 'boss@example.com']);
  });
});
