import { signIn, visit } from '../screens/console.js';
import { expect, test } from '../world/journey.js';

test('the real sign-up page follows the form, and nothing is saved by it', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const admin = await newBrowser({ viewport: { width: 1400, height: 900 } });
  await signIn(admin, demo.consoleUrl, liveTenant.admin);
  await visit(admin, `/security/self-registrations/${liveTenant.selfRegistrationId}`);
  const preview = admin.frameLocator('iframe[title="Preview of the sign-up page"]');

  await test.step('it follows what is typed', async () => {
    await expect(preview.getByRole('heading', { name: 'Create your account' })).toBeVisible();
    await admin
      .getByRole('textbox', { name: 'Text (English)' })
      .fill('Welcome to\nthe <b>draft</b>');
    await expect(preview.getByText('the <b>draft</b>')).toBeVisible();
  });

  await test.step('language, colours and width are those that were chosen', async () => {
    const tools = admin.getByRole('region', { name: 'Preview' });
    await tools.getByRole('button', { name: 'DE', exact: true }).click();
    await expect(preview.getByLabel('Vorname')).toBeVisible();
    await tools.getByRole('button', { name: 'Dark' }).click();
    await expect(preview.locator('body')).toHaveCSS('background-color', 'rgb(25, 28, 39)');
    await tools.getByRole('button', { name: 'Desktop' }).click();
    await expect(preview.locator('body')).toHaveCSS('background-color', 'rgb(16, 18, 26)');
  });

  await test.step('what is typed into it stays there, and its button does nothing', async () => {
    await preview.getByLabel('Vorname').fill('Nobody');
    const submit = preview.getByRole('button', { name: 'Konto anlegen' });
    await expect(submit).toHaveAttribute('aria-disabled', 'true');
    await submit.press('Enter');
    await admin.getByRole('textbox', { name: 'Text (English)' }).fill('Another draft');
    await expect(preview.getByText('Another draft')).toBeVisible();
    await expect(preview.getByLabel('Vorname')).toHaveValue('Nobody');
  });

  await test.step('visitors still see what is saved', async () => {
    const visitor = await newBrowser();
    await visitor.goto(liveTenant.signUpUrl);
    await expect(visitor.getByRole('heading', { name: 'Create your account' })).toBeVisible();
    await expect(visitor.getByText('Another draft')).toBeHidden();
  });

  await test.step('on a phone it is behind a button', async () => {
    await admin.setViewportSize({ width: 360, height: 740 });
    await admin.getByRole('button', { name: 'Preview' }).click();
    await expect(preview.getByText('Another draft')).toBeVisible();
  });
});
