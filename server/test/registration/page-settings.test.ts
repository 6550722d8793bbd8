import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { createPage, updatePage, type SeenPage } from './administrator.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';

let app: TestApp;
let stored: StoredRows;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
  stored = await openStoredRows(app);
});
beforeEach(async () => {
  tenant = await makeTenant(app);
  admin = tenant.admin;
});

/** Saves settings; the page afterwards, or the faults. */
const save = async (input: Record<string, unknown>): Promise<SeenPage | string[]> => {
  const saved = await updatePage(admin, tenant.selfRegistrationId, input);
  if (saved.selfRegistration) return saved.selfRegistration;
  return saved.userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`);
};

const publicText = async (): Promise<string | null> => {
  const { signUpPage } = await app
    .browser(tenant.host)
    .data<{ signUpPage: { welcomeText: string | null } }>(`{ signUpPage { welcomeText } }`);
  return signUpPage.welcomeText;
};

describe('the welcome text', () => {
  it.each<[string, string, object]>([
    ['200 letters', 'w'.repeat(200), { welcomeText: 'w'.repeat(200) }],
    ['200 emoji', '🦦'.repeat(200), { welcomeText: '🦦'.repeat(200) }],
    ['several lines', 'One\r\nTwo\n\nThree', { welcomeText: 'One\nTwo\n\nThree' }],
    ['spaces only', ' \n ', { welcomeText: null }],
    ['marks, which stay text', '<b>Hi</b> & </script>', { welcomeText: '<b>Hi</b> & </script>' }],
    ['201 letters', 'w'.repeat(201), ['welcomeText TOO_LONG']],
    ['201 emoji', '🦦'.repeat(201), ['welcomeText TOO_LONG']],
    ['a NUL', 'a\u0000b', ['welcomeText INVALID_TEXT']],
    ['half an emoji', 'a\ud83eb', ['welcomeText INVALID_TEXT']],
  ])('of %s', async (_what, welcomeText, expected) => {
    const saved = await save({ welcomeText });
    if (Array.isArray(expected)) expect(saved).toEqual(expected);
    else expect(saved).toMatchObject(expected);
  });

  it('is kept when absent and cleared by null', async () => {
    await save({ welcomeText: 'Hello' });
    expect(await save({ activationLinkLifetime: 3 })).toMatchObject({ welcomeText: 'Hello' });
    await expect.poll(publicText).toBe('Hello');
    expect(await save({ welcomeText: null })).toMatchObject({ welcomeText: null });
    await expect.poll(publicText).toBeNull();
  });

  it('is escaped where the page has its configuration inlined', async () => {
    await save({ welcomeText: '</script><script>alert(1)</script>' });
    await expect.poll(publicText).toContain('alert');
    const { body } = await app.browser(tenant.host).send({ path: '/signup' });
    expect(body).toContain('\\u003c/script>\\u003cscript>alert(1)');
    expect(body).not.toContain('<script>alert');
  });
});

describe('the secret key of a captcha', () => {
  const secretKey = 'the-secret-of-the-captcha';
  const hosted = { provider: 'RECAPTCHA_V2', siteKey: 'site-key' };
  const set = { captcha: { siteKey: 'site-key', secretKeySet: true } };

  it('is kept when absent, replaced when given, and gone with its provider', async () => {
    const sealed = async (): Promise<string | null> => {
      const [row] = await stored.select<{ sealed: string | null }>(
        'select captcha_secret_sealed as sealed from self_registrations where id = $1',
        [tenant.selfRegistrationId],
      );
      return row?.sealed ?? null;
    };
    expect(await save({ captcha: hosted })).toEqual(['captcha.secretKey REQUIRED']);
    expect(await save({ captcha: { ...hosted, secretKey } })).toMatchObject(set);
    const first = await sealed();
    expect(await save({ captcha: hosted })).toMatchObject(set);
    expect(await save({ welcomeText: 'Hello' })).toMatchObject(set);
    expect(await sealed()).toBe(first);
    expect(await save({ captcha: { ...hosted, secretKey: 'another-one' } })).toMatchObject(set);
    expect(await sealed()).not.toBe(first);
    expect(await save({ captcha: { provider: 'ALTCHA' } })).toMatchObject({
      captcha: { siteKey: null, secretKeySet: false },
    });
    expect(await sealed()).toBeNull();
    expect(await save({ captcha: hosted })).toEqual(['captcha.secretKey REQUIRED']);
  });

  it('is never told again: not by the API, the page, the audit log or the database', async () => {
    await save({ captcha: { ...hosted, secretKey } });
    const answers = [
      await admin.graphql(
        `{ selfRegistrations { items { id captcha { siteKey secretKeySet } } } }`,
      ),
      await admin.graphql(`{ auditLog { edges { node { action before after } } } }`),
      await app
        .browser(tenant.host)
        .graphql(`{ signUpPage { captcha { provider siteKey scriptUrl } } }`),
      await app.browser(tenant.host).send({ path: '/signup' }),
    ];
    for (const { body } of answers) {
      expect(body).not.toContain('"errors"');
      expect(body).not.toContain(secretKey);
    }
    expect(answers[1]?.body).toContain('captchaSecretKeySet');
    const rows = await stored.select<{ all: string }>(
      `select self_registrations::text as all from self_registrations
       union all select audit_log_entries::text from audit_log_entries`,
    );
    expect(rows.filter(({ all }) => all.includes(secretKey))).toEqual([]);
    const { errors } = await admin.graphql(
      `{ selfRegistrations { items { captcha { secretKey } } } }`,
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a page', () => {
  it('is not overwritten by whoever has not seen the last save', async () => {
    const seen = (await save({ welcomeText: 'First' })) as SeenPage;
    const next = (await save({ welcomeText: 'Second', revision: seen.revision })) as SeenPage;
    expect(next.revision).toBe(seen.revision + 1);
    expect(await save({ welcomeText: 'Third', revision: seen.revision })).toEqual([
      'revision REVISION_OUTDATED',
    ]);
    expect(await save({ revision: next.revision })).toMatchObject({ welcomeText: 'Second' });
  });

  it('is saved once of several saves at once', async () => {
    const { revision } = (await save({})) as SeenPage;
    const saves = Array.from({ length: 6 }, (_each, index) =>
      save({ welcomeText: `Save ${index}`, revision }),
    );
    const outdated = (await Promise.all(saves)).filter(Array.isArray);
    expect(outdated).toEqual(Array(5).fill(['revision REVISION_OUTDATED']));
  });

  it('goes without captcha only when that is confirmed', async () => {
    expect(await save({ captcha: { provider: 'NONE' } })).toEqual([
      'captcha.acceptNone NONE_NOT_ACCEPTED',
    ]);
    expect(await save({ captcha: { provider: 'NONE', acceptNone: true } })).toMatchObject({
      captcha: { secretKeySet: false },
    });
  });

  it('tells all faults at once', async () => {
    expect(
      await save({
        welcomeText: 'w'.repeat(201),
        customerTitlePrefix: 'p'.repeat(256),
        activationLinkLifetime: 25,
        captcha: { provider: 'RECAPTCHA_V3', action: 'no spaces', scoreThreshold: 1.1 },
      }),
    ).toEqual(
      expect.arrayContaining([
        'welcomeText TOO_LONG',
        'customerTitlePrefix TOO_LONG',
        'activationLinkLifetime OUT_OF_RANGE',
        'captcha.siteKey REQUIRED',
        'captcha.secretKey REQUIRED',
        'captcha.action INVALID_TEXT',
        'captcha.scoreThreshold OUT_OF_RANGE',
      ]),
    );
    expect(await save({ activationLinkLifetime: 0 })).toEqual([
      'activationLinkLifetime OUT_OF_RANGE',
    ]);
  });

  it('has a domain of its own', async () => {
    const { userErrors } = await createPage(admin, { domainId: tenant.domainId });
    expect(userErrors).toMatchObject([{ field: ['input', 'domainId'], code: 'DOMAIN_TAKEN' }]);
    const other = await makeTenant(app);
    expect(await save({ domainId: other.domainId })).toEqual(['domainId NOT_FOUND']);
  });
});
