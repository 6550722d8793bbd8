import { signIn, visit } from '../screens/console.js';
import { expectFault } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';

/** A PNG of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('an administrator dresses the pages: a colour, a logo, a name', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const admin = await newBrowser();
  const page = await newBrowser();

  await test.step('a background that hides the text is refused at its field', async () => {
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    await visit(admin, '/settings/branding');
    await admin.getByRole('textbox', { name: /^Background colour/ }).fill('#223344');
    await admin.getByRole('textbox', { name: /^Background colour/ }).press('Enter');
    await expectFault(admin.getByRole('textbox', { name: /^Background colour/ }), /hard to read/);
    await admin.getByRole('textbox', { name: /^Background colour/ }).fill('#fff4d6');
  });

  await test.step('the rest is saved', async () => {
    await admin.getByRole('textbox', { name: /^Primary colour/ }).fill('#ffcc00');
    await admin.getByRole('textbox', { name: /^Name/ }).fill('Acme Cloud');
    await admin.getByRole('textbox', { name: /^Support contact/ }).fill('help@acme.example');
    const buffer = Buffer.from(PIXEL, 'base64');
    await admin
      .locator('input[type=file]')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
    await expectAccessible(admin, 360);
    await admin.getByRole('button', { name: 'Save' }).click();
    await expect(admin.getByText('The branding was saved.')).toBeVisible();
  });

  await test.step('and worn by sign-up and sign-in', async () => {
    await page.goto(liveTenant.signUpUrl);
    await expect(page.getByText('Acme Cloud')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Help' })).toHaveAttribute(
      'href',
      'mailto:help@acme.example',
    );
    const button = page.getByRole('button', { name: 'Create account' });
    await expect(button).toHaveCSS('background-color', 'rgb(255, 204, 0)');
    await expect(button).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', /^\/branding\/\w+\.png$/);
    await expectAccessible(page, 320);
    await page.goto(`${liveTenant.url}/sign-in`);
    await expect(page.getByRole('heading', { name: /Acme Cloud/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Help' })).toBeVisible();
    await page.emulateMedia({ colorScheme: 'light' });
    const around = page.locator('.layout');
    await expect(around).toHaveCSS('background-color', 'rgb(255, 244, 214)');
    await expectAccessible(page, 360);
  });

  await test.step('and by the preview in the editor', async () => {
    await admin.setViewportSize({ width: 1400, height: 900 });
    await visit(admin, `/security/self-registrations/${liveTenant.selfRegistrationId}`);
    const preview = admin.frameLocator('iframe[title="Preview of the sign-up page"]');
    await expect(preview.getByText('Acme Cloud')).toBeVisible();
    const button = preview.getByRole('button', { name: 'Create account' });
    await expect(button).toHaveCSS('background-color', 'rgb(255, 204, 0)');
    await expect(preview.locator('img.logo')).toHaveJSProperty('naturalWidth', 1);
  });
});
