import type { Page } from '@playwright/test';
import { ACTIVATION_MAIL, pressActivate } from '../screens/activation.js';
import { createAccount, fillSignUp, signUp } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { mailedLink } from '../world/mails.js';
import { newPerson } from '../world/person.js';

// Its pictures would take longer than the checks.
test.use({ trace: 'off' });

test('the form, as it is, with faults, and sent', async ({ liveTenant, newBrowser }) => {
  const casey = newPerson('Casey', 'Jones');
  const page = await newBrowser();
  await page.goto(liveTenant.signUpUrl);
  await expectAccessibleScreen(page, 'Create your account');
  await fillSignUp(page, { ...casey, email: 'casey', password: 'Casey Jones' });
  await createAccount(page);
  await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleScreen(page, 'Create your account');
  await signUp(page, liveTenant.signUpUrl, casey);
  await expectAccessibleScreen(page, 'Check your mail');
});

test('the mailed link, here and in another browser', async ({ liveTenant, newBrowser }) => {
  const casey = newPerson('Casey', 'Jones');
  await signUp(await newBrowser(), liveTenant.signUpUrl, casey);
  const page = await newBrowser();
  await page.goto(await mailedLink(casey.email, ACTIVATION_MAIL));
  await expectAccessibleScreen(page, 'Activate your account');
  await pressActivate(page);
  await expectAccessibleScreen(page, 'Is it you?');
  await page.getByRole('button', { name: 'This wasn’t me' }).click();
  await expectAccessibleScreen(page, 'This wasn’t me');
  await page.getByLabel('E-mail address').fill(casey.email);
  await page.getByRole('button', { name: 'End this sign-up' }).click();
  await expectAccessibleScreen(page, 'Sign-up ended');
  await page.goto(`${liveTenant.url}/signup/activate`);
  await expectAccessibleScreen(page, 'This link is no longer good');
});

test('a page that is not there', async ({ demo, newBrowser, watch }) => {
  watch.expect(/on \/signup: Failed to load resource: .* 404/);
  const page = await newBrowser();
  await page.goto(`${demo.consoleUrl}/signup`);
  await expectAccessibleScreen(page, 'Sign-up is not available here');
});

async function expectAccessibleScreen(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expectAccessible(page, 320);
}
