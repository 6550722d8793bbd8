import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { chooseAction, expectMessage, rowNames } from './console.js';

const FILE = 'thermostats.json';

/** An export of a device list: that of the test data where there is some, else our own. */
export function deviceListExport(): string {
  const given = join(process.env['TESTDATA_DIR'] ?? '', 'dashboards', FILE);
  return existsSync(given) ? given : join(import.meta.dirname, '../fixtures', FILE);
}

/** Types into a picker that searches on the server, and takes what it finds. */
export async function pick(picker: Locator, name: string): Promise<void> {
  await picker.fill(name);
  const option = picker.page().getByRole('option', { name });
  // The list moves once when its options arrive.
  await expect(async () => {
    await option.first().click({ timeout: 2_000 });
    await expect(option.first()).toBeHidden({ timeout: 2_000 });
  }).toPass();
}

/** Opens a list of few choices, in which one is chosen already, and takes another. */
export async function choose(select: Locator, name: string): Promise<void> {
  await select.press('Enter');
  await select.page().getByRole('option', { name, exact: true }).click();
}

/** Imports a file into a dashboard group, from the list of dashboards; answers with the title. */
export async function importDashboard(page: Page, file: string, group: string): Promise<string> {
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a dashboard' });
  await dialog.getByLabel('File').setInputFiles(file);
  const plan = dialog.getByRole('list', { name: 'What becomes of its widgets' });
  await expect(plan.getByRole('listitem').first()).toContainText('Table');
  await expect(plan).toContainText('Placeholder');
  const title = await dialog.getByLabel('Title').inputValue();
  await pick(dialog.getByRole('combobox', { name: 'Dashboard group' }), group);
  await dialog.getByRole('button', { name: 'Import dashboard' }).click();
  await expectMessage(page, `${title} is imported.`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return title;
}

/** Adds a device in a table of a dashboard. */
export async function addInTable(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add device' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add device' });
  await dialog.getByLabel('Name').first().fill(name);
  await dialog.getByRole('button', { name: 'Add device' }).click();
  await expectMessage(page, `${name} is added.`);
}

export async function renameInTable(page: Page, from: string, to: string): Promise<void> {
  await chooseAction(page, from, 'Edit');
  const dialog = page.getByRole('dialog', { name: from });
  await dialog.getByLabel('Name').first().fill(to);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectMessage(page, `${to} is saved.`);
}

/** Deletes a row; leaving the page ends the time in which it can be taken back. */
export async function deleteInTable(page: Page, name: string): Promise<void> {
  await chooseAction(page, name, 'Delete');
  await expectMessage(page, `${name} is deleted.`);
  await page.reload();
}

/** The names in a table of the open dashboard. */
export const expectRows = (page: Page, table: string, names: readonly string[]): Promise<void> =>
  expect(rowNames(page, table)).toHaveText([...names]);
