import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../world/person.js';

/** Fills every field of the form as it is at first. */
export async function fillSignUp(page: Page, person: Person): Promise<void> {
  await page.getByLabel('First name').fill(person.firstName);
  await page.getByLabel('Last name').fill(person.lastName);
  await page.getByLabel('E-mail address').fill(person.email);
  await choosePassword(page, person.password);
}

export async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByLabel('Repeat password').fill(password);
}

export const createAccount = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Create account' }).click();

/** From the empty form to "check your mail", as everybody does it. */
export async function signUp(page: Page, signUpUrl: string, person: Person): Promise<void> {
  await page.goto(signUpUrl);
  await fillSignUp(page, person);
  await createAccount(page);
  await expectCheckMail(page);
}

/** Proof of work on a busy machine takes its time. */
export const expectCheckMail = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible({ timeout: 30_000 });

/** The sentence that an input is described by while it is at fault. */
export async function expectFault(input: Locator, sentence: string | RegExp): Promise<void> {
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription(sentence);
}
