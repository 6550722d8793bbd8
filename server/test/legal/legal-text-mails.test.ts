import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { atEndOfFile } from '../harness/end-of-file.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { createTestClock, type TestClock } from '../harness/test-clock.js';
import { updatePage } from '../registration/administrator.js';
import { registerAndActivate } from '../registration/sign-up.js';
import { accept, makeDocument, publishNext, type SeenDocument } from './legal-api.js';

let app: TestApp;
let clock: TestClock;
beforeAll(async () => {
  clock = createTestClock();
  app = await startTestApp({ clock });
});

const consentTo = ({ currentVersion }: SeenDocument) => ({
  consents: [{ versionId: currentVersion.id, locale: 'en' }],
});

/** A page that shows a policy, and two people who accepted it. */
const makeWorld = async () => {
  const tenant = await makeTenant(app);
  const policy = await makeDocument(tenant.admin);
  const shown = { privacyPolicyId: policy.id, showPrivacyPolicy: true };
  await updatePage(tenant.admin, tenant.selfRegistrationId, shown);
  const join = async (name: string) => {
    const email = `${name}@${tenant.host.split('.')[0] ?? ''}.example`;
    const browser = app.browser(tenant.host);
    await registerAndActivate(app, browser, email, consentTo(policy));
    expect((await app.mails.next(email)).subject).toBe('Your account is ready');
    return { email, browser };
  };
  return { tenant, policy, ada: await join('ada'), bob: await join('bob') };
};

const mailsAbout = async ({ admin }: TestTenant) => {
  const { mailMessages } = await admin.data<{
    mailMessages: { nodes: { template: string; recipient: string; state: string }[] };
  }>('{ mailMessages(first: 100) { nodes { template recipient state } } }');
  return mailMessages.nodes
    .filter(({ template }) => template === 'legal-text-changed')
    .map(({ recipient, state }) => `${recipient} ${state}`)
    .sort();
};

const audience = async (by: Browser, documentId: string): Promise<number> =>
  (
    await by.data<{ legalVersionAudience: number }>(
      'query ($documentId: ID!) { legalVersionAudience(documentId: $documentId) }',
      { documentId },
    )
  ).legalVersionAudience;

const tellAgain = (tenant: TestTenant, versionId: string) =>
  app.server.slices.legal.tasks['tell-of-legal-version']({ tenantId: tenant.id, versionId });

describe('a version that asks existing users', () => {
  it('is told to each of them by mail, in their language, with the day and the lasting page', async () => {
    const { tenant, policy, ada, bob } = await makeWorld();
    await bob.browser.data(
      `mutation { updateProfile(input: { locale: "de" }) { userErrors { code } } }`,
    );
    expect(await audience(tenant.admin, policy.id)).toBe(2);
    const next = await publishNext(tenant.admin, policy, { askExistingUsers: true, graceDays: 30 });
    const base = `http://${tenant.host}:${app.server.port}`;
    const day = (locale: string) =>
      new Date(next.currentVersion.requiredFrom ?? '').toLocaleDateString(locale, {
        dateStyle: 'long',
        timeZone: 'UTC',
      });

    const toAda = await app.mails.next(ada.email);
    expect(toAda.subject).toBe('A text that concerns you has changed');
    expect(toAda.text).toContain(`Privacy policy. Until ${day('en-GB')}`);
    expect(toAda.text).toContain(`${base}/legal/privacy?lang=en`);
    const toBob = await app.mails.next(bob.email);
    expect(toBob.subject).toBe('Ein Text, der Sie betrifft, hat sich geändert');
    expect(toBob.text).toContain(`Datenschutzerklärung. Bis zum ${day('de')}`);
    expect(toBob.text).toContain(`${base}/legal/privacy?lang=de`);
    const page = await app.browser(tenant.host).send({ path: '/legal/privacy?lang=en' });
    expect(page.status).toBe(200);
  });

  it('is told once, however often the job of a killed worker runs again', async () => {
    const { tenant, policy, ada, bob } = await makeWorld();
    const next = await publishNext(tenant.admin, policy, { askExistingUsers: true, graceDays: 5 });
    await Promise.all([app.mails.next(ada.email), app.mails.next(bob.email)]);
    await tellAgain(tenant, next.currentVersion.id);
    expect(await mailsAbout(tenant)).toHaveLength(2);
  });

  it('leaves out who accepted it before their turn came', async () => {
    const { tenant, policy, ada, bob } = await makeWorld();
    const quiet = { askExistingUsers: true, graceDays: 5, mailExistingUsers: false };
    const next = await publishNext(tenant.admin, policy, quiet);
    expect(await accept(ada.browser, next.currentVersion.id)).toBe('accepted');
    await tellAgain(tenant, next.currentVersion.id);
    await app.mails.next(bob.email);
    await expect.poll(() => mailsAbout(tenant)).toEqual([`${bob.email} SENT`]);
  });

  it('is told to nobody when the administrator leaves it out, or asks nobody', async () => {
    const { tenant, policy } = await makeWorld();
    const quiet = { askExistingUsers: true, graceDays: 5, mailExistingUsers: false };
    const second = await publishNext(tenant.admin, policy, quiet);
    await publishNext(tenant.admin, second, { mailExistingUsers: true });
    expect(await mailsAbout(tenant)).toEqual([]);
  });
});

it('whose mail budget is used up is told when there is some again', async () => {
  const strict = await startTestApp({ limits: { mailPerHour: { points: 1, seconds: 3600 } } });
  const tenant = await makeTenant(strict);
  const policy = await makeDocument(tenant.admin);
  const shown = { privacyPolicyId: policy.id, showPrivacyPolicy: true };
  await updatePage(tenant.admin, tenant.selfRegistrationId, shown);
  const email = 'ada@budget.example';
  await registerAndActivate(strict, strict.browser(tenant.host), email, consentTo(policy));
  await publishNext(tenant.admin, policy, { askExistingUsers: true, graceDays: 5 });
  const owner = new pg.Client(strict.connectionString);
  await owner.connect();
  atEndOfFile(() => owner.end());
  const jobsForLater = async () => {
    const { rows } = await owner.query(
      `select key from graphile_worker._private_jobs
        where key like 'tell:%' and run_at > now() + interval '30 minutes'`,
    );
    return rows;
  };
  await expect.poll(jobsForLater).toHaveLength(1);
  expect(await mailsAbout(tenant)).toEqual([]);
});
