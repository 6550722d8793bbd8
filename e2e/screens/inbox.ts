import { expect, type Page } from '@playwright/test';
import { readDemo } from '../demo.js';

/** Looks into the inbox until the mail is there, and opens it. */
export async function openMail(page: Page, to: string, subject: string): Promise<void> {
  await page.goto(readDemo().inboxUrl);
  const mail = page.getByRole('link', { name: `${subject} To ${to}` });
  // The list reads itself anew when mail comes.
  await expect(mail.first()).toBeVisible({ timeout: 20_000 });
  await mail.first().click();
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
}

/** Presses the button in the open mail; it leads to a new tab of the same browser. */
export async function pressInMail(page: Page, button: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.frameLocator('iframe').getByRole('link', { name: button }).click();
  return opened;
}

/** The code in the open mail. */
export async function readCode(page: Page): Promise<string> {
  const text = await page.locator('pre').innerText();
  const code = /\b\d{6}\b/.exec(text)?.[0];
  if (!code) throw new Error(`There is no code in this mail:\n${text}`);
  return code;
}
