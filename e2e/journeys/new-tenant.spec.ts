import { acceptInvitation, signOut } from '../screens/account.js';
import { expectSignedIn } from '../screens/activation.js';
import { chooseAction, expectMessage, goTo, rowNames, signIn } from '../screens/console.js';
import { expect, test } from '../world/journey.js';
import { newPerson, randomName } from '../world/person.js';

test('a new tenant begins with an administrator who is invited by mail', async ({
  demo,
  newBrowser,
}) => {
  const name = `Tenant ${randomName()}`;
  const grace = newPerson('Grace', 'Olsen');
  const root = await newBrowser();
  await signIn(root, demo.consoleUrl, demo.systemAdministrator);

  await test.step('the system administrator creates it', async () => {
    await goTo(root, 'Tenants');
    await root.getByRole('button', { name: 'Create tenant' }).click();
    const dialog = root.getByRole('dialog', { name: 'Create a tenant' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('E-mail of the first administrator').fill(grace.email);
    await dialog.getByRole('button', { name: 'Create tenant' }).click();
    await expect(root.getByRole('heading', { level: 1, name })).toBeVisible();
    await expectMessage(root, `An invitation is on its way to ${grace.email}.`);
  });

  const page = await acceptInvitation(await newBrowser(), grace);
  await expectSignedIn(page, grace);
  await expect(page.getByRole('heading', { name: 'Get your sign-up page live' })).toBeVisible();

  await test.step('from then on the password signs in', async () => {
    await signOut(page);
    await signIn(page, demo.consoleUrl, grace);
    await expectSignedIn(page, grace);
    await expect(page.getByRole('link', { name: 'Tenants' })).toBeHidden();
  });

  await test.step('until the tenant is suspended', async () => {
    await goTo(root, 'Tenants');
    await root.getByRole('searchbox', { name: 'Search tenants' }).fill(name);
    await expect(rowNames(root, 'Tenants')).toHaveText([name]);
    await chooseAction(root, name, 'Suspend');
    await root.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await expectMessage(root, `${name} is suspended.`);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});
