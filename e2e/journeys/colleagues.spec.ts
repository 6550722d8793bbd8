import { acceptInvitation } from '../screens/account.js';
import { becomeCustomer, expectSignedIn } from '../screens/activation.js';
import { chooseAction, expectMessage, goTo, rowNames, signIn } from '../screens/console.js';
import { addDevice, expectDevices } from '../screens/devices.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

test('a customer invites a colleague, who sees the same devices and may look only', async ({
  liveTenant,
  newBrowser,
}) => {
  const [casey, robin] = [newPerson('Casey', 'Jones'), newPerson('Robin', 'Jones')];
  const caseys = await becomeCustomer(await newBrowser(), liveTenant.signUpUrl, casey);
  await addDevice(caseys, 'Thermostat');

  await test.step('the invitation goes out by mail', async () => {
    await goTo(caseys, 'Users');
    await caseys.getByRole('button', { name: 'Invite user' }).click();
    const dialog = caseys.getByRole('dialog', { name: 'Invite a user' });
    await dialog.getByLabel('E-mail').fill(robin.email);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expectMessage(caseys, `An invitation is on its way to ${robin.email}.`);
  });

  const robins = await acceptInvitation(await newBrowser(), robin);
  await expectSignedIn(robins, robin);
  await expectDevices(robins, ['Thermostat']);
  await expect(robins.getByRole('button', { name: 'Add device' })).toHaveAccessibleDescription(
    'You need the permission “create” for devices.',
  );

  await test.step('each sees the other, and nobody else', async () => {
    await caseys.reload();
    await expect(rowNames(caseys, 'Users')).toHaveCount(2);
    await expect(rowNames(caseys, 'Users').filter({ hasText: 'Robin Jones' })).toBeVisible();
  });
});

test('an administrator looks at the console as a customer does, and comes back', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const casey = newPerson('Casey', 'Jones');
  await becomeCustomer(await newBrowser(), liveTenant.signUpUrl, casey);

  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  await goTo(page, 'Users');
  await chooseAction(page, 'Casey Jones', 'Sign in as this person');
  await expectSignedIn(page, casey);
  await expect(page.getByText('You are signed in as Casey Jones.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Self registration' })).toBeHidden();

  await page.getByRole('button', { name: 'Back to your own session' }).click();
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Self registration' })).toBeVisible();
});
