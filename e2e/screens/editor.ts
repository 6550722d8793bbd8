import { expect, type Locator, type Page } from '@playwright/test';
import { createInPicker, goTo } from './console.js';

/** From the list of sign-up pages to one of them. */
export async function openEditor(page: Page, host: string): Promise<void> {
  await goTo(page, 'Self registration');
  await page.getByRole('link', { name: host }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(host);
}

/** Adds a domain from within the editor, which then has it chosen. */
export async function createDomainInPlace(page: Page, host: string): Promise<void> {
  await createInPicker(page, page.getByRole('combobox', { name: 'Domain' }), 'Create new domain');
  const dialog = page.getByRole('dialog', { name: 'Add a domain' });
  await dialog.getByLabel('Host name').fill(host);
  await dialog.getByRole('button', { name: 'Add domain' }).click();
  await expect(dialog).toBeHidden();
}

/** A row of the table "User group roles", counted from 0. */
export const roleRow = (page: Page, index: number): Locator =>
  page.getByRole('list', { name: 'User group roles' }).getByRole('listitem').nth(index);

/** Makes a generic role from within a row of the table, which then has it chosen. */
export async function createRoleInPlace(
  page: Page,
  row: Locator,
  name: string,
  rights: Record<string, readonly string[]>,
): Promise<void> {
  await createInPicker(page, row.getByRole('combobox', { name: 'Role' }), 'Create new role');
  const dialog = page.getByRole('dialog', { name: 'Create a role' });
  await dialog.getByLabel('Name').fill(name);
  for (const [resource, operations] of Object.entries(rights)) {
    const line = dialog.getByRole('group', { name: resource, exact: true });
    for (const operation of operations) {
      await line.getByRole('button', { name: operation, exact: true }).click();
    }
  }
  await dialog.getByRole('button', { name: 'Create role' }).click();
  await expect(dialog).toBeHidden();
}

/** Turns the page on or off, which counts once it is saved. */
export async function turnPage(page: Page, on: boolean): Promise<void> {
  await page.getByText(on ? 'Page is off' : 'Page is on', { exact: true }).click();
  await expect(page.getByRole('switch', { name: 'Page is on' })).toBeChecked({ checked: on });
}

/** Saves, and waits until there is nothing left to save. */
export async function save(page: Page): Promise<void> {
  const bar = page.getByRole('group', { name: 'Save' });
  await bar.getByRole('button', { name: 'Save' }).click();
  await expect(bar.getByRole('status')).toHaveText('No changes to save.');
}

/** What the administrator enters for a hosted captcha. */
export interface CaptchaKeys {
  readonly siteKey: string;
  readonly secretKey: string;
  /** Version 3 only. */
  readonly action?: string;
}

/** Chooses a hosted captcha and enters its keys. */
export async function chooseCaptcha(
  page: Page,
  provider: 'reCAPTCHA v2' | 'reCAPTCHA v3',
  { siteKey, secretKey, action }: CaptchaKeys,
): Promise<void> {
  await page.getByRole('radio', { name: provider }).check();
  await page.getByLabel('Site key').fill(siteKey);
  await page.getByRole('textbox', { name: 'Secret key' }).fill(secretKey);
  if (action) await page.getByLabel('Action name').fill(action);
}
