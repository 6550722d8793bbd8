import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage } from './administrator.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  tenant = await makeTenant(app);
  admin = tenant.admin;
});

describe('texts in several languages', () => {
  const welcome = async () =>
    (
      await app
        .browser(tenant.host)
        .data<{ signUpPage: object }>(
          `{ signUpPage { locale welcomeText welcomeTexts { locale text } } }`,
        )
    ).signUpPage;

  it('stay with their languages when the page takes another one', async () => {
    const texts = [
      { locale: 'en', text: 'Welcome' },
      { locale: 'de', text: 'Willkommen' },
    ];
    await updatePage(admin, tenant.selfRegistrationId, { welcomeTexts: texts });
    await expect.poll(welcome).toMatchObject({ locale: 'en', welcomeText: 'Welcome' });
    await updatePage(admin, tenant.selfRegistrationId, { locale: 'de' });
    await expect.poll(welcome).toMatchObject({
      ...{ locale: 'de', welcomeText: 'Willkommen' },
      welcomeTexts: expect.arrayContaining(texts) as unknown,
    });
    await updatePage(admin, tenant.selfRegistrationId, { welcomeText: null });
    await expect.poll(welcome).toMatchObject({ welcomeText: null, welcomeTexts: [texts[0]] });
  });

  it('are checked each', async () => {
    const { userErrors } = await updatePage(admin, tenant.selfRegistrationId, {
      locale: 'xx',
      welcomeTexts: [
        { locale: 'en', text: '🦦'.repeat(201) },
        { locale: 'fr', text: 'Bienvenue' },
        { locale: 'en', text: 'Again' },
      ],
    });
    expect(userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`)).toEqual([
      'locale UNKNOWN_LOCALE',
      'welcomeTexts.0.text TOO_LONG',
      'welcomeTexts.1.locale UNKNOWN_LOCALE',
      'welcomeTexts.2.locale DUPLICATE',
    ]);
  });
});
