import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { createTestClock, type TestClock } from '../harness/test-clock.js';
import { signInAgain, updatePage } from '../registration/administrator.js';
import {
  activate,
  activationMail,
  goodPassword,
  register,
  registerAndActivate,
  solveCaptcha,
} from '../registration/sign-up.js';
import {
  accept,
  codeOf,
  consentsOf,
  makeDocument,
  myConsents,
  openConsents,
  publishNext,
  type SeenDocument,
} from './legal-api.js';

const dayMs = 24 * 60 * 60 * 1000;

let app: TestApp;
let clock: TestClock;

/** A tenant whose page shows a privacy policy. */
const makeShowing = async (): Promise<{ tenant: TestTenant; policy: SeenDocument }> => {
  const tenant = await makeTenant(app);
  const policy = await makeDocument(tenant.admin);
  await updatePage(tenant.admin, tenant.selfRegistrationId, {
    privacyPolicyId: policy.id,
    showPrivacyPolicy: true,
  });
  return { tenant, policy };
};

const consentTo = ({ currentVersion }: SeenDocument) => ({
  consents: [{ versionId: currentVersion.id, locale: 'en' }],
});

const join = async (tenant: TestTenant, email: string, input: object = {}): Promise<Browser> => {
  const browser = app.browser(tenant.host);
  await registerAndActivate(app, browser, email, { ...input });
  return browser;
};

const anything = '{ devices { totalCount } }';

beforeAll(async () => {
  clock = createTestClock();
  app = await startTestApp({ clock });
});

describe('signing up', () => {
  it('needs the current version of what the page shows, before the captcha is spent', async () => {
    const { tenant, policy } = await makeShowing();
    const browser = app.browser(tenant.host);
    const { signUpPage } = await browser.data<{ signUpPage: { legalDocuments: object[] } }>(
      '{ signUpPage { legalDocuments { kind versionId number path texts { locale label } } } }',
    );
    const shown = {
      kind: 'PRIVACY_POLICY',
      versionId: policy.currentVersion.id,
      number: 1,
      path: '/legal/privacy?version=1',
      texts: [{ locale: 'en', label: 'I have read and accept the privacy policy' }],
    };
    expect(signUpPage.legalDocuments).toEqual([shown]);

    const captchaToken = await solveCaptcha(browser);
    const { data } = await browser.graphql<{ register: object }>(
      `mutation ($input: RegisterInput!) { register(input: $input) {
         accepted userErrors { field code currentDocument { kind versionId number path texts { locale label } } } } }`,
      { input: { email: 'nobody', password: 'short', captchaToken } },
    );
    expect(data?.register).toMatchObject({
      accepted: false,
      userErrors: expect.arrayContaining([
        { field: ['input', 'email'], code: 'INVALID_EMAIL', currentDocument: null },
        { field: ['input', 'consents'], code: 'CONSENT_OUTDATED', currentDocument: shown },
      ]) as unknown,
    });

    // Published between page load and submit.
    const next = await publishNext(tenant.admin, policy);
    const email = 'captcha@people.example';
    const old = await register(browser, { email, captchaToken, ...consentTo(policy) });
    expect(old.data?.register.userErrors).toEqual([
      { field: ['input', 'consents'], code: 'CONSENT_OUTDATED' },
    ]);
    const current = await register(browser, { email, captchaToken, ...consentTo(next) });
    expect(current.data?.register.accepted).toBe(true);
  });

  it('records the consent at activation, as it was given', async () => {
    const { tenant, policy } = await makeShowing();
    const browser = app.browser(tenant.host);
    const email = 'proof@people.example';
    const captchaToken = await solveCaptcha(browser);
    await register(browser, { email, captchaToken, ...consentTo(policy) });
    expect(await consentsOf(tenant.admin)).toEqual([]);
    // A version that changes between submit and activation doesn't stop it.
    await publishNext(tenant.admin, policy);
    const { secret } = await activationMail(app, email);
    expect((await activate(browser, { secret })).activated).toBe(true);
    const [consent, ...more] = await consentsOf(tenant.admin, { search: 'PROOF@' });
    expect(more).toEqual([]);
    expect(consent).toMatchObject({
      email,
      versionId: policy.currentVersion.id,
      versionNumber: 1,
      locale: 'en',
      sha256: policy.currentVersion.texts[0]!.sha256,
      label: 'I have read and accept the privacy policy',
      ip: '127.0.0.1',
      userAgent: 'test',
      withdrawnAt: null,
    });
    expect(consent!.userId).not.toBeNull();
    expect(await codeOf(browser, anything)).toBe('');
    expect(await myConsents(browser)).toEqual([consent]);
  });

  it('records nothing that the page does not show', async () => {
    const tenant = await makeTenant(app);
    const policy = await makeDocument(tenant.admin);
    await join(tenant, 'extra@people.example', consentTo(policy));
    expect(await consentsOf(tenant.admin)).toEqual([]);
  });
});

describe('asking existing users', () => {
  it('refuses everything else once the grace is over, until they accept', async () => {
    const { tenant, policy } = await makeShowing();
    const person = await join(tenant, 'asked@people.example', consentTo(policy));
    const next = await publishNext(tenant.admin, policy, { askExistingUsers: true, graceDays: 3 });
    const state = '{ me { consentState user { id } } }';
    expect(await person.data(state)).toMatchObject({ me: { consentState: 'ASKED' } });
    expect(await codeOf(person, anything)).toBe('');

    clock.advance(3 * dayMs + 1000);
    expect(await person.data(state)).toMatchObject({ me: { consentState: 'REQUIRED' } });
    const refused = [
      anything,
      '{ mySessions { id } }',
      'mutation { updateProfile(input: {}) { userErrors { code } } }',
    ];
    for (const call of refused) expect(await codeOf(person, call)).toBe('CONSENT_REQUIRED');
    expect(await openConsents(person)).toMatchObject([
      { versionId: next.currentVersion.id, texts: [{ html: '<p>Version 2</p>' }] },
    ]);
    expect(await accept(person, policy.currentVersion.id)).toBe('CONSENT_OUTDATED');
    expect(await accept(person)).toBe('CONSENT_OUTDATED');
    expect(await accept(person, next.currentVersion.id)).toBe('accepted');
    expect(await codeOf(person, anything)).toBe('');
    expect((await myConsents(person)).map(({ versionNumber }) => versionNumber)).toEqual([2, 1]);
    const admin = await signInAgain(app, tenant);
    expect(await codeOf(admin, anything)).toBe('');
  });

  it('is not lifted by a later version that asks nobody', async () => {
    const { tenant, policy } = await makeShowing();
    const person = await join(tenant, 'later@people.example', consentTo(policy));
    const asked = await publishNext(tenant.admin, policy, { askExistingUsers: true });
    const latest = await publishNext(tenant.admin, asked);
    expect(await codeOf(person, anything)).toBe('CONSENT_REQUIRED');
    expect(await accept(person, latest.currentVersion.id)).toBe('accepted');
    expect(await codeOf(person, anything)).toBe('');
  });

  it('asks who never accepted one of the kind, but not who came after it', async () => {
    const tenant = await makeTenant(app);
    const before = await join(tenant, 'before@people.example');
    const policy = await makeDocument(tenant.admin);
    await publishNext(tenant.admin, policy, { askExistingUsers: true });
    expect(await codeOf(before, anything)).toBe('CONSENT_REQUIRED');
    const after = await join(tenant, 'after@people.example');
    expect(await codeOf(after, anything)).toBe('');
  });

  it('leaves people of another tenant and of another document alone', async () => {
    const { tenant, policy } = await makeShowing();
    const other = await makeShowing();
    const person = await join(tenant, 'mine@people.example', consentTo(policy));
    const stranger = await join(other.tenant, 'theirs@people.example', consentTo(other.policy));
    const brand = await makeDocument(tenant.admin, { name: 'Another brand' });
    await publishNext(tenant.admin, brand, { askExistingUsers: true });
    expect([await codeOf(person, anything), await codeOf(stranger, anything)]).toEqual(['', '']);
  });

  it('lets a person sign in, see why, and sign out', async () => {
    const { tenant, policy } = await makeShowing();
    await join(tenant, 'again@people.example', consentTo(policy));
    await publishNext(tenant.admin, policy, { askExistingUsers: true });
    const browser = app.browser(tenant.host);
    await signIn(browser, 'again@people.example', goodPassword);
    expect(await openConsents(browser)).toHaveLength(1);
    expect(await codeOf(browser, 'mutation { signOut { signedOut } }')).toBe('');
    expect(await codeOf(browser, anything)).toBe('UNAUTHENTICATED');
  });
});

describe('withdrawing', () => {
  const withdraw = (by: Browser, id: string) =>
    codeOf(by, `mutation { withdrawConsent(id: "${id}") { withdrawnId } }`);

  it('returns to the state before, at once, and keeps the proof', async () => {
    const { tenant, policy } = await makeShowing();
    const person = await join(tenant, 'back@people.example', consentTo(policy));
    const [consent] = await myConsents(person);
    expect(await withdraw(person, consent!.id)).toBe('');
    expect(await codeOf(person, anything)).toBe('CONSENT_REQUIRED');
    expect(await withdraw(person, consent!.id)).toBe('NOT_FOUND');
    const [proof] = await consentsOf(tenant.admin);
    expect(proof).toMatchObject({ id: consent!.id, withdrawnAt: expect.any(String) as string });
    expect(await accept(person, policy.currentVersion.id)).toBe('accepted');
    expect(await codeOf(person, anything)).toBe('');
  });

  it('is for the own consents only', async () => {
    const { tenant, policy } = await makeShowing();
    const ada = await join(tenant, 'ada@people.example', consentTo(policy));
    const bob = await join(tenant, 'bob@people.example', consentTo(policy));
    const [consent] = await myConsents(ada);
    for (const id of [consent!.id, 'not-an-id']) expect(await withdraw(bob, id)).toBe('NOT_FOUND');
    expect(await codeOf(ada, anything)).toBe('');
  });
});

describe('the proof', () => {
  it('can be exported by administrators, who leave a trace', async () => {
    const { tenant, policy } = await makeShowing();
    await join(tenant, '=cmd@people.example', consentTo(policy));
    const fileOf = async (format: string) =>
      (
        await tenant.admin.data<{ consentExport: { content: string; fileName: string } }>(
          `{ consentExport(format: ${format}) { fileName mediaType content hasMore endCursor } }`,
        )
      ).consentExport;
    const csv = await fileOf('CSV');
    expect(csv.fileName).toMatch(/^consents-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.content).toContain(`"'=cmd@people.example"`);
    const rows = JSON.parse((await fileOf('JSON')).content) as object[];
    expect(rows).toMatchObject([{ email: '=cmd@people.example', versionNumber: 1 }]);
    const { auditLog } = await tenant.admin.data<{ auditLog: { totalCount: number } }>(
      '{ auditLog(filter: { action: "consent.exported" }) { totalCount } }',
    );
    expect(auditLog.totalCount).toBe(2);
  });

  it('outlives the account, and loses the network address after 90 days', async () => {
    const { tenant, policy } = await makeShowing();
    await join(tenant, 'gone@people.example', consentTo(policy));
    const [{ userId } = { userId: '' }] = await consentsOf(tenant.admin);
    clock.advance(91 * dayMs);
    const admin = await signInAgain(app, tenant);
    await app.server.slices.legal.forgetAddresses();
    expect(await consentsOf(admin)).toMatchObject([{ userId, ip: null, userAgent: 'test' }]);
    await admin.data('mutation ($id: ID!) { deleteUser(id: $id) { deletedId } }', { id: userId });
    expect(await consentsOf(admin)).toMatchObject([{ userId: null, email: 'gone@people.example' }]);
    const { deleteLegalDocument } = await admin.data<{
      deleteLegalDocument: { userErrors: object[] };
    }>(
      `mutation { deleteLegalDocument(id: "${policy.id}") { deletedId userErrors { code message } } }`,
    );
    expect(deleteLegalDocument.userErrors).toMatchObject([{ code: 'IN_USE' }]);
  });
});
