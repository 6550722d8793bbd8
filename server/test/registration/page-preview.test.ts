import { beforeAll, beforeEach, expect, it } from 'vitest';
import { pixel, saveBranding } from '../branding/branding-api.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { english, makeDocument } from '../legal/legal-api.js';

interface Preview {
  readonly page: {
    readonly host: string;
    readonly tenantName: string;
    readonly welcomeText: string | null;
    readonly signUpFields: readonly { name: string }[];
    readonly legalDocuments: readonly { kind: string; versionId: string }[];
    readonly captcha: { provider: string };
  };
  readonly looks: Readonly<Record<'title' | 'supportContact' | 'logo' | 'css', string | null>>;
  readonly legalTexts: readonly { versionId: string; title: string; html: string }[];
}

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  tenant = await makeTenant(app, { welcomeText: 'Saved' });
});

const ask = (by: Browser, input: object, id: string | null = tenant.selfRegistrationId) =>
  by.graphql<{ signUpPagePreview: Preview }>(
    `query ($id: ID, $input: UpdateSelfRegistrationInput!) {
       signUpPagePreview(id: $id, input: $input) {
         page {
           host tenantName welcomeText signUpFields { name }
           legalDocuments { kind versionId } captcha { provider }
         }
         looks { title supportContact logo css }
         legalTexts { versionId title html }
       }
     }`,
    { id, input },
  );

const preview = async (input: object, id?: string | null): Promise<Preview> => {
  const { data } = await ask(tenant.admin, input, id);
  if (!data) throw new Error('No preview.');
  return data.signUpPagePreview;
};

it('shows a draft as visitors would see it, and saves nothing of it', async () => {
  const { page } = await preview({ welcomeText: 'Draft', enabled: false });
  expect(page).toMatchObject({ host: tenant.host, tenantName: tenant.name, welcomeText: 'Draft' });
  expect(page.signUpFields.map(({ name }) => name)).toContain('email');
  const { selfRegistration } = await tenant.admin.data<{ selfRegistration: object }>(
    'query ($id: ID!) { selfRegistration(id: $id) { enabled welcomeText revision } }',
    { id: tenant.selfRegistrationId },
  );
  expect(selfRegistration).toEqual({ enabled: true, welcomeText: 'Saved', revision: 1 });
});

it('keeps what is saved where the draft is wrong', async () => {
  const { page } = await preview({ welcomeText: 'w'.repeat(201), captcha: { provider: 'NONE' } });
  expect(page).toMatchObject({ welcomeText: 'Saved', captcha: { provider: 'ALTCHA' } });
});

it('shows a page that is not made yet, even without a domain', async () => {
  const { page } = await preview({ welcomeText: 'New' }, null);
  expect(page).toMatchObject({ host: '', tenantName: tenant.name, welcomeText: 'New' });
});

it('has the boxes of the drafted documents, and their texts', async () => {
  const document = await makeDocument(tenant.admin, { texts: english('<p>Draft policy</p>') });
  const shown = await preview({ showPrivacyPolicy: true, privacyPolicyId: document.id });
  const versionId = document.currentVersion.id;
  expect(shown.page.legalDocuments).toEqual([{ kind: 'PRIVACY_POLICY', versionId }]);
  expect(shown.legalTexts).toEqual([
    { versionId, title: 'Privacy policy', html: '<p>Draft policy</p>' },
  ]);
});

it('shows only pages of the own tenant, and nothing to strangers', async () => {
  const other = await makeTenant(app);
  const foreign = await ask(tenant.admin, {}, other.selfRegistrationId);
  expect(foreign.errors[0]?.extensions.code).toBe('NOT_FOUND');
  const stranger = await ask(app.browser(), {});
  expect(stranger.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

it('wears the branding of its domain, else of the tenant', async () => {
  const plain = { title: null, supportContact: null, logo: null, css: null };
  expect((await preview({})).looks).toEqual(plain);
  await saveBranding(tenant.admin, { title: 'Acme', primaryColor: '#ffcc00', logo: pixel });
  await saveBranding(tenant.admin, { title: 'Acme Bikes' }, tenant.domainId);
  const css = expect.stringContaining('--accent:#ffcc00') as unknown;
  const tenants = { title: 'Acme', logo: `data:image/png;base64,${pixel}`, css };
  expect((await preview({})).looks).toMatchObject({ ...tenants, title: 'Acme Bikes' });
  expect((await preview({}, null)).looks).toMatchObject(tenants);
});
