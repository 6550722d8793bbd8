import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { deletePage, updatePage } from '../registration/administrator.js';
import { makeRole, remove } from '../registration/grants.js';
import { activate, noCaptcha } from '../registration/sign-up.js';
import { choose, createRecipient, inboxOf } from './recipients-over-api.js';
import { signUp } from './telling-pages.js';
import { startWebhookStandIn, type WebhookStandIn } from './webhook-stand-in.js';

let app: TestApp;
let far: WebhookStandIn;

beforeAll(async () => {
  app = await startTestApp();
  far = await startWebhookStandIn();
});
afterAll(() => far.stop());

/** Somebody signs up on a page whose only role is deleted before the activation. */
const activateWithLess = async (
  tenant: TestTenant,
  email: string,
  meanwhile?: () => Promise<void>,
): Promise<string> => {
  const { admin, selfRegistrationId } = tenant;
  const gone = await makeRole(admin, { DEVICE: ['READ'] });
  const groupRoleAssignments = [{ roleId: gone.id }];
  expect(
    (await updatePage(admin, selfRegistrationId, { groupRoleAssignments })).userErrors,
  ).toEqual([]);
  const { browser, secret } = await signUp(app, tenant, email);
  await remove(admin, 'deleteRole', gone);
  await meanwhile?.();
  expect((await activate(browser, { secret })).activated).toBe(true);
  return gone.name;
};

const skippedIn = async ({ admin }: TestTenant) =>
  (await inboxOf(admin)).filter(({ event }) => event === 'GRANTS_SKIPPED');

describe('roles that are gone at activation', () => {
  it('are told to the administrators, here and by e-mail, besides the activation', async () => {
    const tenant = await makeTenant(app, noCaptcha);
    const gone = await activateWithLess(tenant, 'less@example.com');
    await expect.poll(() => skippedIn(tenant)).toHaveLength(1);
    expect(await skippedIn(tenant)).toMatchObject([
      { personEmail: 'less@example.com', host: tenant.host, skippedGrants: [gone] },
    ]);
    const events = (await inboxOf(tenant.admin)).map(({ event }) => event);
    expect(events.toSorted()).toEqual(['GRANTS_SKIPPED', 'USER_ACTIVATED', 'USER_REGISTERED']);
    const subject = 'An account got less than its page promises';
    await expect
      .poll(() => app.mails.mails.find((mail) => mail.subject === subject)?.text)
      .toContain(`Grace Hopper (less@example.com) activated the account`);
    const mail = app.mails.mails.find((one) => one.subject === subject);
    expect(mail?.text).toContain(gone);
    expect(mail?.recipients).toEqual([tenant.administrator.email]);
  });

  it("are told to the page's recipient", async () => {
    const tenant = await makeTenant(app, noCaptcha);
    const input = { name: 'Far side', type: 'WEBHOOK', url: far.url };
    const notificationRecipientId = await createRecipient(tenant.admin, input);
    await choose(tenant, { notificationRecipientId });
    const gone = await activateWithLess(tenant, 'hook@example.com');
    const bodies = [await far.next(), await far.next(), await far.next()].map(({ body }) => body);
    expect(bodies.find(({ type }) => type === 'registration.grants-skipped')).toMatchObject({
      data: { personEmail: 'hook@example.com', skippedGrants: [gone] },
    });
    expect(await inboxOf(tenant.admin)).toEqual([]);
  });

  it('are told to the administrators where nobody is told of registrations', async () => {
    const tenant = await makeTenant(app, { ...noCaptcha, notifyNobody: true });
    await activateWithLess(tenant, 'quiet-less@example.com');
    await expect.poll(() => skippedIn(tenant)).toHaveLength(1);
    expect(await inboxOf(tenant.admin)).toHaveLength(1);
  });

  it('are told to the administrators when the page is gone, too', async () => {
    const tenant = await makeTenant(app, noCaptcha);
    await activateWithLess(tenant, 'orphan-less@example.com', async () => {
      expect(await deletePage(tenant, 'LET_FINISH')).toEqual([]);
    });
    await expect.poll(() => skippedIn(tenant)).toHaveLength(1);
  });
});
