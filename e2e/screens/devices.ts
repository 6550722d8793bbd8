import { expect, type Page } from '@playwright/test';
import { expectMessage, goTo, rowNames } from './console.js';

/** Adds a device by its name alone and answers with its id, as its address shows it. */
export async function addDevice(page: Page, name: string): Promise<string> {
  await goTo(page, 'Devices');
  await page.getByRole('button', { name: 'Add device' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add device' });
  await dialog.getByLabel('Name').first().fill(name);
  await dialog.getByRole('button', { name: 'Add device' }).click();
  await expectMessage(page, `${name} is added.`);
  const row = rowNames(page, 'Devices').filter({ hasText: name });
  const address = await row.getByRole('link').getAttribute('href');
  return address?.split('/').at(-1)?.split('?')[0] ?? '';
}

/** The one list that this person sees, by name. */
export async function expectDevices(page: Page, names: readonly string[]): Promise<void> {
  await goTo(page, 'Devices');
  await expect(rowNames(page, 'Devices')).toHaveText([...names]);
}
