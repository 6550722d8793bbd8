import { expect, type Locator, type Page } from '@playwright/test';
import { createInPicker } from './console.js';

/** The entry of the navigation, with what its badge says. */
export const inboxEntry = (page: Page): Locator =>
  page.getByRole('navigation').getByRole('link', { name: /^Inbox/ });

/** The badge as it is read out; it changes without anybody reloading the page. */
export const expectUnread = (page: Page, count: number): Promise<void> =>
  expect(inboxEntry(page)).toHaveAccessibleName(
    count === 0 ? 'Inbox' : new RegExp(`^Inbox .*${count} unread notifications?$`),
    { timeout: 20_000 },
  );

/** A row of a table of notices, by what it tells. */
export const noticeRow = (page: Page, words: string): Locator =>
  page.getByRole('row').filter({ hasText: words });

/** Makes a webhook from within the editor, which then has it chosen. */
export async function createWebhookInPlace(page: Page, name: string, url: string): Promise<void> {
  await page.getByRole('radio', { name: 'A recipient' }).check();
  const picker = page.getByRole('combobox', { name: 'Recipient', exact: true });
  await createInPicker(page, picker, 'Create new recipient');
  const dialog = page.getByRole('dialog', { name: 'Add a recipient' });
  await dialog.getByLabel('Name').fill(name);
  // What is chosen lies over the input itself.
  await dialog.getByText('Tenant administrators', { exact: true }).click();
  await page.getByRole('option', { name: 'Webhook' }).click();
  await dialog.getByLabel('Address (https)').fill(url);
  await dialog.getByRole('button', { name: 'Add recipient' }).click();
  await expect(dialog).toBeHidden();
}
