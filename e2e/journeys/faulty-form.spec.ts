import type { Page } from '@playwright/test';
import {
  choosePassword,
  createAccount,
  expectCheckMail,
  expectFault,
  fillSignUp,
} from '../screens/sign-up.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

test('faults are mended without solving the captcha again, and nothing typed is lost', async ({
  liveTenant,
  newBrowser,
}) => {
  const casey = newPerson('Casey', 'Jones');
  const page = await newBrowser();
  const sent = recordOperations(page);
  const email = page.getByLabel('E-mail address');
  const password = page.getByRole('textbox', { name: 'Password', exact: true });
  await page.goto(liveTenant.signUpUrl);
  expect(sent, 'asked before the form is used').toEqual([]);

  await test.step('the page itself finds what it can', async () => {
    await fillSignUp(page, { ...casey, email: 'casey at people.example', password: 'short' });
    await page.getByLabel('Repeat password').fill('shorter');
    await createAccount(page);
    await expectFault(email, /not a complete e-mail address/);
    await expectFault(password, /at least 15 characters/);
    await expectFault(page.getByLabel('Repeat password'), /passwords differ/);
    await expect(email).toBeFocused();
  });

  await test.step('the server finds the rest, at its field', async () => {
    await email.fill(casey.email);
    await choosePassword(page, 'passwordpassword');
    await createAccount(page);
    await expectFault(password, /Many people use this password/);
    await expect(page.getByLabel('First name')).toHaveValue(casey.firstName);
    await expect(email).toHaveValue(casey.email);
    await expect(password).toHaveValue('passwordpassword');
  });

  await test.step('the same proof of work serves the next submit', async () => {
    await choosePassword(page, casey.password);
    await createAccount(page);
    await expectCheckMail(page);
    expect(sent).toEqual(['CaptchaChallenge', 'Register', 'Register']);
  });
});

test('a reload keeps what was typed, but for the password', async ({ liveTenant, newBrowser }) => {
  const casey = newPerson('Casey', 'Jones');
  const page = await newBrowser();
  await page.goto(liveTenant.signUpUrl);
  await fillSignUp(page, casey);
  await page.reload();
  await expect(page.getByLabel('First name')).toHaveValue(casey.firstName);
  await expect(page.getByLabel('Last name')).toHaveValue(casey.lastName);
  await expect(page.getByLabel('E-mail address')).toHaveValue(casey.email);
  await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('');

  await test.step('and so does a change of the address after the submit', async () => {
    await choosePassword(page, casey.password);
    await createAccount(page);
    await expectCheckMail(page);
    await page.reload();
    await expectCheckMail(page);
    await page.getByRole('button', { name: 'Change it' }).click();
    await expect(page.getByLabel('E-mail address')).toHaveValue(casey.email);
    await expect(page.getByLabel('First name')).toHaveValue(casey.firstName);
  });
});

/** Names of the GraphQL operations that a page sends, in their order. */
function recordOperations(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const { query = '' } = (request.method() === 'POST' ? request.postDataJSON() : {}) as {
      query?: string;
    };
    const name = /^(?:query|mutation) (\w+)/.exec(query)?.[1];
    if (name) names.push(name);
  });
  return names;
}
