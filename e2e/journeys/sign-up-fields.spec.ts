import type { Page } from '@playwright/test';
import { expectSignedIn, openActivationLink, pressActivate } from '../screens/activation.js';
import { signIn, visit } from '../screens/console.js';
import { save } from '../screens/editor.js';
import { createAccount, expectCheckMail, expectFault, fillSignUp } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

const fields = (page: Page) => page.getByRole('list', { name: 'Sign-up fields' });

const addField = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};

test('a page asks for a phone number and a choice of its own, and what was entered is kept', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const admin = await newBrowser();
  const page = await newBrowser();
  const casey = newPerson('Casey', 'Jones');

  await test.step('the administrator adds both, and moves one by keyboard', async () => {
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    await visit(admin, `/security/self-registrations/${liveTenant.selfRegistrationId}`);
    await addField(admin, 'Phone');
    await admin.getByRole('checkbox', { name: 'Required: Phone' }).check();
    await addField(admin, 'Own field: choice');
    const dialog = admin.getByRole('dialog', { name: 'New field: Choice' });
    await dialog.getByLabel('Label (English)').fill('House size');
    await dialog.getByLabel('Label (German)').fill('Größe des Hauses');
    await dialog.getByLabel('Choice 1 in English').fill('Small');
    await dialog.getByLabel('Choice 2 in English').fill('Large');
    await dialog.getByLabel('Must be filled in').check();
    await expectAccessible(admin, 360);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await admin.getByRole('button', { name: /^Move House size/ }).press('ArrowUp');
    await expect(fields(admin).getByRole('listitem').nth(5)).toContainText('House size');
    await save(admin);
  });

  await test.step('a registrant is told at both fields what is missing', async () => {
    await page.goto(liveTenant.signUpUrl);
    await fillSignUp(page, casey);
    await createAccount(page);
    await expectFault(page.getByLabel('House size'), /fill this in/);
    await expectFault(page.getByLabel('Phone'), /fill this in/);
    await page.getByLabel('Phone').fill('nobody knows');
    await createAccount(page);
    await expectFault(page.getByLabel('Phone'), /not a phone number/);
    await expectAccessible(page, 320);
  });

  await test.step('in their language, and keeps what they entered', async () => {
    await page.getByLabel('House size').selectOption({ label: 'Large' });
    await page.getByLabel('Phone').fill('+49 30 1234567');
    await page.getByLabel('Language').selectOption('de');
    await expect(page.getByLabel('Größe des Hauses')).toHaveValue('large');
    await page.getByLabel('Sprache').selectOption('en');
    await createAccount(page);
    await expectCheckMail(page);
    const person = await openActivationLink(page, casey.email);
    await pressActivate(person);
    await expectSignedIn(person, casey);
  });

  await test.step('the administrator reads it in the registration', async () => {
    await visit(admin, '/security/registrations');
    await admin.getByText(casey.email).first().click();
    const detail = admin.getByRole('dialog');
    await expect(detail.getByText('House size')).toBeVisible();
    await expect(detail.getByText('Large')).toBeVisible();
    await expect(detail.getByText('+49 30 1234567')).toBeVisible();
  });
});
