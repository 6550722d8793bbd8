import { readFile } from 'node:fs/promises';
import { becomeCustomer } from '../screens/activation.js';
import { signIn, visit } from '../screens/console.js';
import { addDevice } from '../screens/devices.js';
import { openMail, pressInMail } from '../screens/inbox.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

test('a person moves their account to another address, from any browser', async ({
  liveTenant,
  newBrowser,
}) => {
  const kim = newPerson('Kim', 'Lee');
  const { email } = newPerson('Kim', 'Moved');
  const page = await becomeCustomer(await newBrowser(), liveTenant.signUpUrl, kim);
  await visit(page, '/profile');
  await page.getByLabel('New e-mail address').fill(email);
  await page.getByLabel('Your password').fill(kim.password);
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByText(`Open the link in the mail to ${email}`)).toBeVisible();
  await expectAccessible(page, 360);

  await test.step('the mail leads to a page that asks who is not signed in', async () => {
    const elsewhere = await newBrowser();
    await openMail(elsewhere, email, 'Confirm your new e-mail address');
    const proof = await pressInMail(elsewhere, 'Confirm the new address');
    await proof.getByRole('button', { name: 'Confirm address' }).click();
    await proof.getByLabel('Password').fill(kim.password);
    await expectAccessible(proof, 360);
    await proof.getByRole('button', { name: 'Confirm address' }).click();
    await expect(
      proof.getByRole('heading', { name: `Your address is ${email} now` }),
    ).toBeVisible();
  });

  await openMail(page, kim.email, 'Your e-mail address was changed');
  await signIn(await newBrowser(), liveTenant.url, { ...kim, email });
});

test('a person takes their data along and deletes their account', async ({
  liveTenant,
  newBrowser,
}) => {
  const kim = newPerson('Kim', 'Lee');
  const page = await becomeCustomer(await newBrowser(), liveTenant.signUpUrl, kim);
  await addDevice(page, 'Kiln');
  await visit(page, '/profile');

  await test.step('the file holds what is theirs', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download my data' }).click();
    const file = await (await downloading).path();
    const data = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    expect(data).toMatchObject({ account: { email: kim.email }, devices: [{ name: 'Kiln' }] });
  });

  await page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByLabel('Your password').fill(kim.password);
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('E-mail').fill(kim.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(kim.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Wrong address or password');
});
