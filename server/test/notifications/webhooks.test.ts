import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { activate, noCaptcha } from '../registration/sign-up.js';
import { choose, createRecipient, deliveriesOf, inboxOf, sendTest } from './recipients-over-api.js';
import { signUp } from './telling-pages.js';
import { startWebhookStandIn, type WebhookStandIn } from './webhook-stand-in.js';

let app: TestApp;
let far: WebhookStandIn;

beforeAll(async () => {
  app = await startTestApp();
});
// One for each test: what an earlier one left behind is still tried again.
beforeEach(async () => {
  far = await startWebhookStandIn();
});
afterEach(() => far.stop());

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
    await signUp(app, tenant, 'signed@example.com');
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
    const { browser, secret } = await signUp(app, tenant, 'patient@example.com');
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
    await signUp(app, tenant, 'unlucky@example.com');
    await far.next();
    await expect.poll(async () => (await only(tenant))?.answer).toBe(answer);
    expect((await only(tenant))?.state).toBe('QUEUED');
    expect(far.calls.filter(({ text }) => text.includes(tenant.host))).toHaveLength(1);
  });

  it('that wants no more calls has failed visibly, and can be tried again by hand', async () => {
    far.answer(410, 'gone');
    const { tenant } = await withWebhook({});
    await signUp(app, tenant, 'gone@example.com');
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
    await signUp(app, tenant, 'slack@example.com', { firstName: 'Grace', lastName });
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
    await signUp(app, tenant, 'teams@example.com');
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
