import { signOut } from '../screens/account.js';
import { signIn } from '../screens/console.js';
import { openMail, pressInMail } from '../screens/inbox.js';
import { expect, test } from '../world/journey.js';

test('a forgotten password is replaced by mail, and the old one ends', async ({
  demo,
  tenant,
  newBrowser,
}) => {
  const { email, password: forgotten } = tenant.admin;
  const password = 'seven paper boats at noon';
  const page = await newBrowser();
  await page.goto(demo.consoleUrl);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before it has a field of the same name.
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();

  await openMail(page, email, 'Set a new password');
  const reset = await pressInMail(page, 'Set a new password');
  await reset.getByRole('textbox', { name: 'New password' }).fill(password);
  await reset.getByRole('button', { name: 'Set password' }).click();
  await expect(reset.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();

  await test.step('only the new one signs in', async () => {
    await signOut(reset);
    await reset.getByLabel('E-mail').fill(email);
    await reset.getByRole('textbox', { name: 'Password' }).fill(forgotten);
    await reset.getByRole('button', { name: 'Sign in' }).click();
    await expect(reset.getByText('Wrong address or password.')).toBeVisible();
    await signIn(reset, demo.consoleUrl, { email, password });
  });
});
