import type { Page } from '@playwright/test';
import { chooseAction, createInPicker, goTo, rowNames, signIn } from '../screens/console.js';
import { deviceListExport } from '../screens/dashboards.js';
import { chooseCaptcha, openEditor, roleRow } from '../screens/editor.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';

// Its pictures would take longer than the checks.
test.use({ trace: 'off' });

/** What opens over a list, by the entry of the navigation and the button that opens it. */
const DIALOGS = [
  ['Roles', 'Create role', 'Create a role'],
  ['Domains', 'Add domain', 'Add a domain'],
  ['Users', 'Invite user', 'Invite a user'],
  ['Customers', 'Create customer', 'Create customer'],
  ['Devices', 'Add device', 'Add device'],
  ['Recipients', 'Add recipient', 'Add a recipient'],
  ['Entity groups', 'Create group', 'Create a group'],
  ['Dashboards', 'Create dashboard', 'Create a dashboard'],
] as const;

test('dialogs over the lists', async ({ demo, newBrowser }) => {
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, demo.tenants[0]!.admin);
  for (const [list, button, dialog] of DIALOGS) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await goTo(page, list);
    await page.getByRole('button', { name: button }).first().click();
    await expectAccessibleDialog(page, dialog);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('what opens in the editor', async ({ demo, liveTenant, newBrowser }) => {
  const page = await newBrowser({ viewport: { width: 1440, height: 900 } });
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  await openEditor(page, liveTenant.host);
  await chooseCaptcha(page, 'reCAPTCHA v3', { siteKey: '', secretKey: '', action: 'sign_up' });
  await page.getByRole('button', { name: 'Add role' }).click();
  // Grey, but it can be pressed, and jumps to the first fault.
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByLabel('Site key')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, 360);
  await page.setViewportSize({ width: 1440, height: 900 });
  await createInPicker(page, roleRow(page, 1).getByRole('combobox'), 'Create new role');
  await page.getByRole('radio', { name: 'Group' }).check();
  await expectAccessibleDialog(page, 'Create a role');
});

test('what opens over dashboards', async ({ demo, newBrowser }) => {
  const page = await newBrowser({ viewport: { width: 1440, height: 900 } });
  await signIn(page, demo.consoleUrl, demo.tenants[0]!.admin);
  await goTo(page, 'Dashboards');
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a dashboard' });
  await dialog.getByLabel('File').setInputFiles(deviceListExport());
  await expect(dialog.getByLabel('Title')).toBeVisible();
  await expectAccessibleDialog(page, 'Import a dashboard');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1440, height: 900 });
  const title = (await rowNames(page, 'Dashboards').first().textContent()) ?? '';
  await chooseAction(page, title, 'Share');
  await expectAccessibleDialog(page, `Share ${title}`);
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1440, height: 900 });
  await chooseAction(page, title, 'Edit');
  for (const kind of ['Table', 'Chart', 'Text']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    const palette = page.getByRole('group', { name: 'Add a widget' });
    await palette.getByRole('button', { name: kind }).click();
    await expectAccessibleDialog(page, kind);
    await page.getByRole('button', { name: 'Done' }).click();
  }
});

test('what an administrator changes of a person and a customer', async ({ demo, newBrowser }) => {
  const page = await newBrowser({ viewport: { width: 1440, height: 900 } });
  const { admin, customers } = demo.tenants[0]!;
  await signIn(page, demo.consoleUrl, admin);
  await goTo(page, 'Users');
  await page
    .getByRole('row')
    .filter({ hasText: customers[0]!.email })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expectAccessibleDialog(page, 'After signing in');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1440, height: 900 });
  await goTo(page, 'Customers');
  await rowNames(page, 'Customers').first().getByRole('link').click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expectAccessibleDialog(page, 'Edit customer');
});

test('navigation and menu of a phone', async ({ demo, newBrowser }) => {
  const page = await newBrowser({ viewport: { width: 360, height: 780 } });
  await page.goto(demo.tenants[0]!.url);
  await page.getByLabel('E-mail').fill(demo.tenants[0]!.customers[0]!.email);
  await page
    .getByRole('textbox', { name: 'Password' })
    .fill(demo.tenants[0]!.customers[0]!.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await expectAccessibleDialog(page, 'Navigation');
  await page.getByRole('dialog').getByRole('link', { name: 'Devices' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  await page.getByRole('button', { name: 'Your account' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expectAccessible(page, 360);
});

async function expectAccessibleDialog(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await expectAccessible(page, 360);
}
