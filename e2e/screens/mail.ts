import { expect, type Page } from '@playwright/test';

/** What the mail server of the demo is told: nothing listens there, or the inbox does. */
export async function useServer(page: Page, port: number): Promise<void> {
  const own = page.getByRole('button', { name: 'Use your own mail server' });
  const form = page.getByLabel('Host name');
  await expect(own.or(form)).toBeVisible();
  if (await own.isVisible()) await own.click();
  await page.getByLabel('Address', { exact: true }).fill('hello@acme.example');
  await form.fill('127.0.0.1');
  await page.getByRole('spinbutton', { name: 'Port' }).fill(String(port));
  await page.getByRole('combobox', { name: 'Encryption' }).press('Enter');
  await page.getByRole('option', { name: /^None/ }).click();
  await page.getByRole('radio', { name: /^None/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText(
    'The mail settings are saved',
  );
}

/** Sends a test mail. */
export async function sendTest(page: Page, to: string): Promise<void> {
  await page.getByLabel('Recipient').fill(to);
  await page.getByRole('button', { name: 'Send test mail' }).click();
}
