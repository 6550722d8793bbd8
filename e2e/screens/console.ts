import { expect, type Locator, type Page } from '@playwright/test';
import type { Login } from '../demo.js';

/** Signs in on a base address: the console's, or that of a tenant's domain. */
export async function signIn(page: Page, baseAddress: string, login: Login): Promise<void> {
  await page.goto(`${baseAddress}/sign-in`);
  await page.getByLabel('E-mail').fill(login.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(login.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Your account' })).toBeVisible();
}

/** Types another path into the address bar. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** Follows the navigation. */
export async function goTo(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: entry, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: entry })).toBeVisible();
}

/** Opens the menu of a table's row and chooses an action. */
export async function chooseAction(page: Page, row: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${row}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Opens a picker and presses "Create new …" below its options. */
export async function createInPicker(page: Page, picker: Locator, button: string): Promise<void> {
  await picker.click();
  // The list moves once when its options arrive: a press in that moment meets nothing.
  const dialog = page.getByRole('dialog');
  await expect(async () => {
    if (await dialog.isHidden()) {
      await page.getByRole('button', { name: button }).click({ timeout: 1_000 });
    }
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

/** What the console said about the last thing done. */
export const expectMessage = (page: Page, text: string | RegExp): Promise<void> =>
  expect(page.getByRole('status', { name: 'Messages' })).toContainText(text);

/** The names in a table, from top to bottom. */
export const rowNames = (page: Page, table: string): Locator =>
  page.getByRole('table', { name: table }).getByRole('rowheader');
