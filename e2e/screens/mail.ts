import { expect, type Page } from '@playwright/test';

/** What a mail account with OAuth 2 is told by its provider. */
export interface Oauth2Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/** A mail server on this machine that takes mail without asking, or by OAuth 2. */
export async function useServer(page: Page, port: number, oauth2?: Oauth2Client): Promise<void> {
  const own = page.getByRole('button', { name: 'Use your own mail server' });
  const form = page.getByLabel('Host name');
  await expect(own.or(form)).toBeVisible();
  if (await own.isVisible()) await own.click();
  await page.getByLabel('Address', { exact: true }).fill('hello@acme.example');
  await form.fill('127.0.0.1');
  await page.getByRole('spinbutton', { name: 'Port' }).fill(String(port));
  await page.getByRole('combobox', { name: 'Encryption' }).press('Enter');
  await page.getByRole('option', { name: /^None/ }).click();
  if (oauth2) await fillOauth2(page, oauth2);
  else await page.getByRole('radio', { name: /^None/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText(
    'The mail settings are saved',
  );
}

async function fillOauth2(page: Page, client: Oauth2Client): Promise<void> {
  await page.getByRole('radio', { name: /^OAuth 2/ }).check();
  await page.getByLabel('User', { exact: true }).fill('mail@acme.example');
  await page.getByLabel('Client ID').fill(client.clientId);
  await page.getByRole('textbox', { name: 'Client secret' }).fill(client.clientSecret);
  await page.getByLabel('Authorization address').fill(client.authorizationUrl);
  await page.getByLabel('Token address').fill(client.tokenUrl);
  await page.getByLabel('Scope').fill('mail');
}

/** Sends a test mail. */
export async function sendTest(page: Page, to: string): Promise<void> {
  await page.getByLabel('Recipient').fill(to);
  await page.getByRole('button', { name: 'Send test mail' }).click();
}
