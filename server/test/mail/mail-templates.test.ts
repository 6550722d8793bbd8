import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { pixel, saveBranding } from '../branding/branding-api.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { submit } from '../registration/sign-up.js';

let app: TestApp;
let system: Browser;

beforeAll(async () => {
  app = await startTestApp();
  system = await becomeSystemAdministrator(app);
}, 60_000);

const text = (words: string, locale = 'en') => ({
  template: 'activation',
  locale,
  subject: `${words} {{tenantName}}`,
  html: `<p>${words}</p><p><a href="{{url}}">Go</a></p><p>{{code}}</p>`,
});

interface Seen {
  readonly texts: readonly { locale: string; source: string; subject: string; html: string }[];
}

const fields = 'texts { locale source subject html }';

const save = async (by: Browser, input: Record<string, unknown>) =>
  (
    await by.data<{
      saveMailTemplate: {
        mailTemplate: Seen | null;
        userErrors: { field: string[]; code: string }[];
      };
    }>(
      `mutation ($input: MailTemplateTextInput!) {
         saveMailTemplate(input: $input) { mailTemplate { ${fields} } userErrors { field code } }
       }`,
      { input },
    )
  ).saveMailTemplate;

const reset = (by: Browser, locale = 'en') =>
  by.data(
    `mutation ($input: ResetMailTemplateInput!) {
       resetMailTemplate(input: $input) { userErrors { code } }
     }`,
    { input: { template: 'activation', locale } },
  );

const sourceOf = async (by: Browser, locale = 'en') => {
  const { mailTemplate } = await by.data<{ mailTemplate: Seen }>(
    `query { mailTemplate(name: "activation") { ${fields} } }`,
  );
  return mailTemplate.texts.find((one) => one.locale === locale)?.source;
};

let count = 0;
/** Somebody signs up; the subject of their mail. */
const subjectOf = async ({ host }: TestTenant, locale = 'en'): Promise<string | undefined> => {
  count += 1;
  const email = `person${count}@example.com`;
  await submit(app.browser(host), { email, locale });
  return (await app.mails.next(email)).subject;
};

describe('a text of a mail', () => {
  it('is the tenant’s, else the system’s, else the built-in one', async () => {
    const tenant = await makeTenant(app);
    const other = await makeTenant(app);
    expect(await subjectOf(tenant)).toBe('Confirm your e-mail address');

    await save(system, text('From the system to'));
    expect(await subjectOf(tenant)).toBe(`From the system to ${tenant.name}`);
    expect(await sourceOf(tenant.admin)).toBe('SYSTEM');

    await save(tenant.admin, text('From'));
    expect(await subjectOf(tenant)).toBe(`From ${tenant.name}`);
    expect(await sourceOf(tenant.admin)).toBe('TENANT');
    expect(await subjectOf(other)).toBe(`From the system to ${other.name}`);

    await reset(tenant.admin);
    expect(await subjectOf(tenant)).toBe(`From the system to ${tenant.name}`);
    await reset(system);
    expect(await subjectOf(tenant)).toBe('Confirm your e-mail address');
  });

  it('follows the language that the person chose on the page', async () => {
    const tenant = await makeTenant(app);
    await save(tenant.admin, text('Willkommen bei', 'de'));
    expect(await subjectOf(tenant, 'de')).toBe(`Willkommen bei ${tenant.name}`);
    expect(await subjectOf(tenant, 'de-AT')).toBe(`Willkommen bei ${tenant.name}`);
    expect(await subjectOf(tenant, 'en')).toBe('Confirm your e-mail address');
    expect(await sourceOf(tenant.admin)).toBe('BUILT_IN');
  });

  it('still carries a link and a code that work', async () => {
    const tenant = await makeTenant(app);
    await save(tenant.admin, text('Own'));
    await submit(app.browser(tenant.host), { email: 'works@example.com' });
    const mail = await app.mails.next('works@example.com');
    expect(mail.text).toMatch(/Go: http:\/\/\S+\/signup\/activate\S*#\S{40,}\s+\d{6}/);
    expect(mail.html).toMatch(/href="http:\/\/[^"]+\/signup\/activate[^"]*#[^"]{40,}"/);
  });

  it('is refused with the faults at their fields', async () => {
    const tenant = await makeTenant(app);
    const { userErrors } = await save(tenant.admin, {
      ...text('x'),
      subject: '{{nmae}}',
      html: '<p>{{url}}</p>',
    });
    expect(userErrors).toEqual([
      { field: ['input', 'subject'], code: 'UNKNOWN_VARIABLE' },
      { field: ['input', 'html'], code: 'VARIABLE_MISSING' },
    ]);
    const { userErrors: unknown } = await save(tenant.admin, text('x', 'tlh'));
    expect(unknown).toEqual([{ field: ['input', 'locale'], code: 'UNKNOWN_LOCALE' }]);
  });

  it('can be looked at before it is saved, with made-up data', async () => {
    const tenant = await makeTenant(app);
    const { mailTemplatePreview } = await tenant.admin.data<{
      mailTemplatePreview: { preview: { subject: string; text: string; html: string } };
    }>(
      `query ($input: MailTemplateTextInput!) {
         mailTemplatePreview(input: $input) { preview { subject text html } userErrors { code } }
       }`,
      { input: text('Try') },
    );
    expect(mailTemplatePreview.preview.subject).toBe('Try Example');
    expect(mailTemplatePreview.preview.text).toContain('271828');
    expect(mailTemplatePreview.preview.html).toContain('<!doctype html>');
    expect(await sourceOf(tenant.admin)).toBe('BUILT_IN');
  });
});

it('every kind of mail has a text in every language', async () => {
  const { mailTemplates } = await system.data<{
    mailTemplates: readonly (Seen & { name: string })[];
  }>(`{ mailTemplates { name ${fields} } }`);
  expect(mailTemplates.length).toBeGreaterThanOrEqual(13);
  for (const { texts } of mailTemplates) {
    expect(texts.map(({ locale }) => locale)).toEqual(['en', 'de']);
    for (const { subject, html } of texts) expect(subject && html).toBeTruthy();
  }
});

const previewOf = async (by: Browser, input: Record<string, unknown>): Promise<string> => {
  const { mailTemplatePreview } = await by.data<{
    mailTemplatePreview: { preview: { html: string } | null };
  }>(
    `query ($input: MailTemplateTextInput!) {
       mailTemplatePreview(input: $input) { preview { html } userErrors { code } }
     }`,
    { input },
  );
  return mailTemplatePreview.preview?.html ?? '';
};

it('the preview wears what the tenant wears, with the logo itself', async () => {
  const { admin } = await makeTenant(app);
  expect(await previewOf(admin, text('Hello'))).not.toContain('<img');
  await saveBranding(admin, { title: 'Acme Bikes', primaryColor: '#ffcc00', logo: pixel });
  const worn = await previewOf(admin, text('Hello'));
  expect(worn).toContain('alt="Acme Bikes"');
  expect(worn).toContain('src="data:image/png;base64,');
  expect(worn).toContain('#ffcc00');
  expect(worn).not.toMatch(/src="http/);
});
