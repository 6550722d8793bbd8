import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/config/limits.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { submit } from '../registration/sign-up.js';
import { mailMessages, resendMessage, type SeenMessage } from './messages-api.js';
import { sendTestMail } from './settings-api.js';

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp({ limits: { mailPerHour: defaultLimits.mailPerHour } });
}, 60_000);
beforeEach(async () => {
  app.mails.accept();
  tenant = await makeTenant(app);
});

/** The newest mail to an address; administrators are mailed of registrations, too. */
const newest = async (search: string): Promise<SeenMessage> => {
  const { nodes } = await mailMessages(tenant.admin, { search });
  if (!nodes[0]) throw new Error('The log is empty.');
  return nodes[0];
};

/** Somebody signs up whose mail ends like this. */
const signUpMail = async (email: string, state: string): Promise<SeenMessage> => {
  await submit(app.browser(tenant.host), { email });
  await expect.poll(async () => (await newest(email)).state, { timeout: 10_000 }).toBe(state);
  return newest(email);
};

describe('the message log', () => {
  it('tells a bounced mail from a failed one, each with the server’s words', async () => {
    app.mails.refuse('recipient', 550, '5.1.1 no such mailbox');
    expect(await signUpMail('gone@example.com', 'BOUNCED')).toMatchObject({
      template: 'activation',
      lastError: 'The mail server answered: 550 5.1.1 no such mailbox',
      registrationId: expect.any(String),
    });
    app.mails.refuse('data', 554, '5.7.1 spam');
    await signUpMail('spam@example.com', 'FAILED');
    const states = async (filter: object) =>
      (await mailMessages(tenant.admin, { ...filter })).nodes.map(({ recipient }) => recipient);
    const mine = { search: '@example.com' };
    expect(await states({ ...mine, state: 'BOUNCED' })).toEqual(['gone@example.com']);
    expect(await states({ ...mine, state: 'FAILED' })).toEqual(['spam@example.com']);
    expect(await states({ search: '@EXAMPLE.com' })).toEqual([
      'spam@example.com',
      'gone@example.com',
    ]);
    expect(await states({ search: 'spam', state: 'BOUNCED' })).toEqual([]);
  });

  it('goes on where a page ended, newest first', async () => {
    for (const name of ['a', 'b', 'c']) await sendTestMail(tenant.admin, `${name}@example.com`);
    const first = await mailMessages(tenant.admin, {}, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.nodes.map(({ recipient }) => recipient)).toEqual([
      'c@example.com',
      'b@example.com',
    ]);
    const { endCursor } = first.pageInfo;
    const rest = await mailMessages(tenant.admin, {}, { first: 2, after: endCursor });
    expect(rest.nodes.map(({ recipient }) => recipient)).toEqual(['a@example.com']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('is the tenant’s own; system administrators see that of the system', async () => {
    await sendTestMail(tenant.admin, 'own@example.com');
    const other = await makeTenant(app);
    expect((await mailMessages(other.admin)).nodes).toEqual([]);
    const system = await becomeSystemAdministrator(app);
    expect((await mailMessages(system)).nodes).toEqual([]);
  });
});

describe('sending a mail again', () => {
  it('sends a copy of a bounced one, with a link that works', async () => {
    app.mails.refuse('recipient', 550, '5.2.2 mailbox full');
    const bounced = await signUpMail('full@example.com', 'BOUNCED');
    app.mails.accept();
    const copy = await resendMessage(tenant.admin, bounced.id);
    expect(copy).toMatchObject({ state: 'QUEUED', registrationId: bounced.registrationId });
    const mail = await app.mails.next('full@example.com');
    expect(mail.text).toMatch(/\/signup\/activate\S*#\S{40,}/);
    expect(
      (await mailMessages(tenant.admin, { state: 'BOUNCED', search: 'full' })).totalCount,
    ).toBe(1);
  });

  it('tries a waiting one at once', async () => {
    app.mails.refuse('recipient', 451, '4.7.1 later');
    await submit(app.browser(tenant.host), { email: 'later@example.com' });
    await expect.poll(async () => (await newest('later')).attempts, { timeout: 10_000 }).toBe(1);
    const waiting = await newest('later');
    app.mails.accept();
    expect(await resendMessage(tenant.admin, waiting.id)).toMatchObject({ id: waiting.id });
    await app.mails.next('later@example.com');
  });

  it('keeps to the recipient’s budget', async () => {
    await sendTestMail(tenant.admin, 'busy@example.com');
    const { id } = await newest('busy');
    const answers: unknown[] = [];
    for (let count = 0; count < 5; count += 1) {
      const answer = await resendMessage(tenant.admin, id);
      answers.push(typeof answer === 'string' ? answer : 'sent');
    }
    expect(answers).toEqual(['sent', 'sent', 'sent', 'sent', 'RATE_LIMITED']);
  });

  it('is pointless for a needless one', async () => {
    await app.browser(tenant.host).data(
      `mutation ($input: RequestPasswordResetInput!) {
         requestPasswordReset(input: $input) { accepted }
       }`,
      { input: { email: 'nobody@example.com' } },
    );
    await expect
      .poll(async () => (await newest('nobody')).state, { timeout: 10_000 })
      .toBe('SKIPPED');
    expect(await resendMessage(tenant.admin, (await newest('nobody')).id)).toBe('WRONG_STATE');
  });
});
