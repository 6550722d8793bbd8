import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage } from '../registration/administrator.js';
import { noCaptcha, registerAndActivate } from '../registration/sign-up.js';
import { hostileHtml } from './hostile-html.js';
import {
  codeOf,
  english,
  makeDocument,
  publish,
  publishNext,
  saveDocument,
  versionsOf,
} from './legal-api.js';

let app: TestApp;
let acme: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
  acme = await makeTenant(app);
  other = await makeTenant(app, noCaptcha);
});

const codesOf = ({ userErrors }: { userErrors: readonly { field: string[]; code: string }[] }) =>
  userErrors.map(({ field, code }) => `${field.join('.')} ${code}`);

describe('saving a legal document', () => {
  it('keeps its first version, with the SHA-256 of what is stored', async () => {
    const texts = [
      { locale: 'en', html: '<p>We keep little.</p><script>x()</script>' },
      { locale: 'de', html: '<p>Wir behalten wenig.</p>' },
    ];
    const document = await makeDocument(acme.admin, { name: ' Ours ', texts });
    expect(document).toMatchObject({ name: 'Ours', currentVersion: { number: 1 } });
    for (const { html, sha256 } of document.currentVersion.texts) {
      expect(sha256).toBe(createHash('sha256').update(html).digest('hex'));
    }
    expect(document.currentVersion.texts.map(({ html }) => html)).toEqual([
      '<p>We keep little.</p>',
      '<p>Wir behalten wenig.</p>',
    ]);
  });

  it('tells all faults at once, each at its field', async () => {
    await makeDocument(acme.admin, { name: 'Taken' });
    expect(codesOf(await saveDocument(acme.admin, { name: 'taken' }))).toEqual([
      'input.name NAME_TAKEN',
    ]);
    const long = `<p>${'x'.repeat(60_001)}</p>`;
    const bad = await saveDocument(acme.admin, {
      name: '',
      texts: [
        { locale: 'fr', html: '<p>x</p>' },
        { locale: 'en', html: '<p><br></p>' },
        { locale: 'en', html: '<p>twice</p>' },
        { locale: 'de', html: long },
      ],
    });
    expect(codesOf(bad)).toEqual([
      'input.name REQUIRED',
      'input.texts.0.locale UNKNOWN_LOCALE',
      'input.texts.1.html REQUIRED',
      'input.texts.2.locale DUPLICATE',
      'input.texts.3.html TOO_LONG',
    ]);
    expect(codesOf(await saveDocument(acme.admin, { texts: [] }))).toEqual([
      'input.texts REQUIRED',
    ]);
    const odd = english('<p>a\u0000b</p>');
    expect(codesOf(await saveDocument(acme.admin, { name: 'Odd', texts: odd }))).toEqual([
      'input.texts.0.html INVALID_TEXT',
    ]);
  });

  it(`stores nothing of ${hostileHtml.length} hostile texts that could run, load or send`, async () => {
    const words = '<p>kept</p>';
    const batches = hostileHtml.filter((html) => !html.includes('\0'));
    const document = await makeDocument(acme.admin, {
      name: 'Hostile',
      texts: english(words + batches.join(words) + words),
    });
    // Each alone, too: one may close what another opened.
    let current = document;
    const stored = [document.currentVersion.texts[0]!.html];
    for (const [index, html] of batches.entries()) {
      const texts = english(`${html}<p>kept ${index}</p>`);
      const saved = await publish(acme.admin, document.id, {
        basedOn: current.currentVersion.id,
        texts,
      });
      // A text that swallows the rest is empty, and refused.
      if (!saved.legalDocument) {
        expect(codesOf(saved)).toEqual(['input.texts.0.html REQUIRED']);
        continue;
      }
      current = saved.legalDocument;
      stored.push(current.currentVersion.texts[0]!.html);
    }
    const allowed =
      /^<(\/?(p|h[1-4]|blockquote|strong|em|u|s|sub|sup|ul|ol|li|a)|(br|hr) \/|a href="(https?:|mailto:|tel:)[^"<>]*" rel="noopener noreferrer" target="_blank"|a rel="noopener noreferrer" target="_blank")>$/;
    for (const html of stored) {
      for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag, html).toMatch(allowed);
    }
    expect(stored.length).toBeGreaterThan(50);
  }, 60_000);
});

describe('publishing a version', () => {
  it('adds to the history and changes nothing that was published', async () => {
    const first = await makeDocument(acme.admin, { name: 'History' });
    const second = await publishNext(acme.admin, first);
    expect(second.currentVersion).toMatchObject({ number: 2, requiredFrom: null });
    const versions = await versionsOf(acme.admin, first.id);
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(versions[1]).toEqual(first.currentVersion);
    expect(versions[0]!.publishedBy).toBe('Ada Min');
  });

  it('refuses a text that is unchanged, outdated or asks for too long a grace', async () => {
    const document = await makeDocument(acme.admin, { name: 'Refused' });
    const { id, currentVersion } = document;
    const same = await publish(acme.admin, id, {
      basedOn: currentVersion.id,
      texts: english('<p>We keep little.</p>'),
    });
    expect(codesOf(same)).toEqual(['input.texts UNCHANGED']);
    await publishNext(acme.admin, document);
    const late = await publish(acme.admin, id, {
      basedOn: currentVersion.id,
      texts: english('<p>late</p>'),
      askExistingUsers: true,
      graceDays: 91,
    });
    expect(codesOf(late)).toEqual([
      'input.graceDays OUT_OF_RANGE',
      'input.basedOn VERSION_OUTDATED',
    ]);
    expect(await versionsOf(acme.admin, id)).toHaveLength(2);
  });

  it('lets one of two who publish at once through', async () => {
    const { id, currentVersion } = await makeDocument(acme.admin, { name: 'Race' });
    const outcomes = await Promise.all(
      ['a', 'b'].map((word) =>
        publish(acme.admin, id, { basedOn: currentVersion.id, texts: english(`<p>${word}</p>`) }),
      ),
    );
    expect(outcomes.flatMap(codesOf)).toEqual(['input.basedOn VERSION_OUTDATED']);
  });
});

describe('who may', () => {
  it('finds nothing of another tenant', async () => {
    const { id, currentVersion } = await makeDocument(acme.admin, { name: 'Ours alone' });
    for (const wrong of [id, 'not-an-id']) {
      const query = `{ legalVersions(documentId: "${wrong}") { totalCount } }`;
      expect(await codeOf(other.admin, query)).toBe('NOT_FOUND');
      expect(
        await codeOf(other.admin, `mutation { deleteLegalDocument(id: "${wrong}") { deletedId } }`),
      ).toBe('NOT_FOUND');
      await expect(
        publish(other.admin, wrong, { basedOn: currentVersion.id, texts: english('<p>x</p>') }),
      ).rejects.toThrow('NOT_FOUND');
    }
    const listed = await other.admin.data<{ legalDocuments: { items: object[] } }>(
      '{ legalDocuments { items { id } } }',
    );
    expect(listed.legalDocuments.items).toEqual([]);
    const page = await updatePage(other.admin, other.selfRegistrationId, {
      privacyPolicyId: id,
      showPrivacyPolicy: true,
    });
    expect(codesOf(page)).toEqual(['input.privacyPolicyId NOT_FOUND']);
  });

  it('is closed to strangers and to customers, whatever roles they have', async () => {
    const customer = app.browser(acme.host);
    await registerAndActivate(app, customer, 'closed@people.example');
    const calls = [
      '{ legalDocuments { totalCount } }',
      '{ consents { totalCount } }',
      '{ consentExport(format: CSV) { content } }',
      'mutation { deleteLegalDocument(id: "x") { deletedId } }',
    ];
    for (const call of calls) {
      expect(await codeOf(customer, call)).toBe('FORBIDDEN');
      expect(await codeOf(app.browser(acme.host), call)).toBe('UNAUTHENTICATED');
    }
  });
});

describe('what a sign-up page shows', () => {
  it('needs a text of the right kind', async () => {
    const { admin, selfRegistrationId: id } = acme;
    const terms = await makeDocument(admin, { kind: 'TERMS_OF_USE', name: 'Terms' });
    expect(codesOf(await updatePage(admin, id, { showPrivacyPolicy: true }))).toEqual([
      'input.showPrivacyPolicy TEXT_MISSING',
    ]);
    const wrongKind = { showPrivacyPolicy: true, privacyPolicyId: terms.id };
    expect(codesOf(await updatePage(admin, id, wrongKind))).toEqual([
      'input.privacyPolicyId NOT_FOUND',
    ]);
    const saved = await updatePage(admin, id, { showTermsOfUse: true, termsOfUseId: terms.id });
    expect(codesOf(saved)).toEqual([]);
    const { deleteLegalDocument } = await admin.data<{
      deleteLegalDocument: { userErrors: { code: string }[] };
    }>(`mutation { deleteLegalDocument(id: "${terms.id}") { deletedId userErrors { code } } }`);
    expect(deleteLegalDocument.userErrors).toEqual([{ code: 'IN_USE' }]);
    expect(codesOf(await updatePage(admin, id, { termsOfUseId: null }))).toEqual([
      'input.showTermsOfUse TEXT_MISSING',
    ]);
  });
});
