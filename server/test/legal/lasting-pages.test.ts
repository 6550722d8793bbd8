import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage } from '../registration/administrator.js';
import { noCaptcha } from '../registration/sign-up.js';
import { makeDocument, publishNext, type SeenDocument } from './legal-api.js';

let app: TestApp;
let tenant: TestTenant;
let policy: SeenDocument;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, noCaptcha);
  const texts = [
    { locale: 'en', html: '<p>English one</p>' },
    { locale: 'de', html: '<p>Deutsch eins</p>' },
  ];
  policy = await makeDocument(tenant.admin, { texts });
  await updatePage(tenant.admin, tenant.selfRegistrationId, { privacyPolicyId: policy.id });
  await publishNext(tenant.admin, policy);
  await makeDocument(tenant.admin, { name: 'Not chosen', texts: [texts[1]] });
});

const get = (path: string, host = tenant.host, headers = {}) =>
  app.browser(host).send({ path, headers });

describe('/legal/privacy', () => {
  it('shows the current text of the document that the page chose, without script', async () => {
    const { status, headers, body } = await get('/legal/privacy');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(body).toContain('<p>Version 2</p>');
    expect(body).toContain(`<title>Privacy policy · ${tenant.name}</title>`);
    expect(body).not.toMatch(/<script|\sstyle=|\son\w+=/);
  });

  it('keeps older versions, in every language that they had', async () => {
    const older = await get('/legal/privacy?version=1', tenant.host, { 'accept-language': 'de' });
    expect(older.body).toContain('<p>Deutsch eins</p>');
    expect(older.body).toContain('lang="de"');
    expect(older.body).toContain('ältere Fassung');
    expect((await get('/legal/privacy?version=1&lang=en')).body).toContain('<p>English one</p>');
    expect((await get('/legal/privacy?lang=de')).body).toContain('<p>Version 2</p>');
  });

  it.each([
    ['an unknown version', '/legal/privacy?version=3'],
    ['a version that is no number', '/legal/privacy?version=1%27--'],
    ['a text that the tenant has not', '/legal/terms'],
  ])('has nothing for %s', async (_, path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('is on tenants’ domains only', async () => {
    expect((await get('/legal/privacy', 'localhost')).status).toBe(404);
    expect((await get('/legal/privacy', 'unknown.localhost')).status).toBe(404);
    const other = await makeTenant(app, noCaptcha);
    expect((await get('/legal/privacy', other.host)).status).toBe(404);
  });

  it('brings its own style sheet', async () => {
    const { status, headers } = await get('/legal/style.css');
    expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  });
});

describe('the query legalDocument', () => {
  const query = `query ($kind: LegalDocumentKind!, $versionId: ID, $locale: String, $domain: String) {
    legalDocument(kind: $kind, versionId: $versionId, locale: $locale, domain: $domain) {
      number current locale title html sha256 } }`;

  it('answers strangers with the current or an older version', async () => {
    const stranger = app.browser(tenant.host);
    const kind = 'PRIVACY_POLICY';
    expect(await stranger.data(query, { kind })).toMatchObject({
      legalDocument: { number: 2, current: true, locale: 'en', html: '<p>Version 2</p>' },
    });
    const { id } = policy.currentVersion;
    expect(await stranger.data(query, { kind, versionId: id, locale: 'de' })).toMatchObject({
      legalDocument: { number: 1, current: false, title: 'Datenschutzerklärung' },
    });
    for (const versionId of ['x', tenant.id]) {
      expect(await stranger.data(query, { kind, versionId })).toEqual({ legalDocument: null });
    }
    expect(await stranger.data(query, { kind: 'TERMS_OF_USE' })).toEqual({ legalDocument: null });
  });

  it('never answers for another domain', async () => {
    const other = await makeTenant(app, noCaptcha);
    const variables = { kind: 'PRIVACY_POLICY', domain: tenant.host };
    const answer = await app.browser(other.host).graphql(query, variables);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});
