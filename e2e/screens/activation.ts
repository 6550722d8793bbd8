import { expect, type Page } from '@playwright/test';
import type { Person } from '../world/person.js';
import { openMail, pressInMail } from './inbox.js';
import { signUp } from './sign-up.js';

export const ACTIVATION_MAIL = 'Confirm your e-mail address';

/** Opens the mailed link in a tab beside, by way of the inbox's own page. */
export async function openActivationLink(page: Page, email: string): Promise<Page> {
  const inbox = await page.context().newPage();
  await openMail(inbox, email, ACTIVATION_MAIL);
  const opened = await pressInMail(inbox, 'Confirm e-mail address');
  await inbox.close();
  return opened;
}

export const pressActivate = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Activate my account' }).click();

/** The person has arrived: signed in, on Home, greeted by name. */
export const expectSignedIn = (page: Page, { firstName }: Person): Promise<void> =>
  expect(page.getByRole('heading', { name: `Hello, ${firstName}` })).toBeVisible({
    timeout: 20_000,
  });

/** From the form to Home in one go; answers with the tab that is signed in. */
export async function becomeCustomer(page: Page, signUpUrl: string, person: Person): Promise<Page> {
  await signUp(page, signUpUrl, person);
  const activation = await openActivationLink(page, person.email);
  await pressActivate(activation);
  await expectSignedIn(activation, person);
  return activation;
}
