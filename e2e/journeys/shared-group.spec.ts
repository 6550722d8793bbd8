import { becomeCustomer } from '../screens/activation.js';
import { chooseAction, expectMessage, goTo, signIn } from '../screens/console.js';
import { addDevice, expectDevices } from '../screens/devices.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

const WIDE = { width: 1280, height: 900 };

test('an administrator shares a group with a customer, whose people see the device in it', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const casey = newPerson('Casey', 'Jones');
  const caseys = await becomeCustomer(await newBrowser(), liveTenant.signUpUrl, casey);
  const page = await newBrowser({ viewport: WIDE });
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  await addDevice(page, 'Weather station');

  await test.step('a group holds the device', async () => {
    await goTo(page, 'Entity groups');
    await page.getByRole('button', { name: 'Create group' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Create a group' });
    await dialog.getByLabel('Name').fill('Stations');
    await dialog.getByRole('combobox', { name: 'Type' }).click({ force: true });
    await page.getByRole('option', { name: 'Devices', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Devices in it' }).click();
    await page.getByRole('option', { name: 'Weather station' }).click();
    await dialog.getByRole('button', { name: 'Create group' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Stations' })).toBeVisible();
    await expect(page.getByText('Not shared with anybody.')).toBeVisible();
  });

  await test.step('it is shared for reading with the customer’s people', async () => {
    const shared = page.getByRole('region', { name: 'Shared with' });
    await shared.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share Stations' });
    await dialog.getByRole('combobox', { name: 'User group' }).fill('Self Registration');
    await page.getByRole('option', { name: new RegExp(casey.email) }).click();
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
    await dialog.getByRole('button', { name: 'Share' }).click();
    await expectMessage(page, 'Shared with Self Registration Users.');
    await expect(shared.getByRole('listitem')).toContainText('Entity Group Read-only User');
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
  });

  await test.step('they see it at once, and may only look', async () => {
    await expectDevices(caseys, ['Weather station']);
    await caseys.getByRole('button', { name: 'Actions for Weather station' }).click();
    await expect(caseys.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await caseys.keyboard.press('Escape');
  });

  await test.step('what is shared ends, and a device can become theirs altogether', async () => {
    await page.getByRole('button', { name: 'Stop sharing' }).click();
    const question = page.getByRole('dialog', {
      name: 'Stop sharing with Self Registration Users?',
    });
    await question.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(page.getByText('Not shared with anybody.')).toBeVisible();
    await caseys.reload();
    await expect(caseys.getByRole('rowheader', { name: 'Weather station' })).toBeHidden();

    await goTo(page, 'Devices');
    await chooseAction(page, 'Weather station', 'Change owner');
    const dialog = page.getByRole('dialog', { name: 'Change the owner of Weather station' });
    await dialog.getByRole('combobox', { name: 'A customer' }).fill(casey.email);
    await page.getByRole('option', { name: new RegExp(casey.email) }).click();
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
    await dialog.getByRole('button', { name: 'Change owner' }).click();
    await expectMessage(page, `Weather station belongs to ${casey.email} now.`);
    await caseys.reload();
    await expectDevices(caseys, ['Weather station']);
  });
});
