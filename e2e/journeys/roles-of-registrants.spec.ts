import { becomeCustomer } from '../screens/activation.js';
import { goTo, signIn, visit } from '../screens/console.js';
import { createRoleInPlace, openEditor, roleRow, save } from '../screens/editor.js';
import { addDevice } from '../screens/devices.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

test('an administrator sees what registrants may do, and applies it to those who came before', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const casey = newPerson('Casey', 'Jones');
  const caseys = await becomeCustomer(await newBrowser(), liveTenant.signUpUrl, casey);
  await addDevice(caseys, 'Thermostat');

  const page = await newBrowser({ viewport: { width: 1280, height: 900 } });
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  await openEditor(page, liveTenant.host);
  const rights = page.getByRole('region', { name: 'What will a registrant be able to do?' });

  await test.step('the panel follows the table before anything is saved', async () => {
    await expect(
      rights.getByRole('term').filter({ hasText: 'Their customer itself' }),
    ).toBeVisible();
    await roleRow(page, 0).getByRole('button', { name: 'Remove' }).click();
    await expect(rights).toContainText('without roles, registrants can only sign in');
    await page.getByRole('button', { name: 'Add role' }).click();
    await createRoleInPlace(page, roleRow(page, 0), 'Looks at devices', { Devices: ['read'] });
    await expect(
      rights.getByRole('term').filter({ hasText: 'Devices of their own' }),
    ).toBeVisible();
    await expect(rights.getByText('see, but not the attributes')).toBeVisible();
    await rights.getByText('As a table').click();
    await expect(rights.getByRole('rowheader', { name: 'Devices' })).toBeVisible();
  });

  const existing = page.getByRole('region', { name: 'Existing customers' });
  await test.step('whoever came before differs once the page is saved', async () => {
    await expect(existing.getByRole('button')).toHaveAccessibleDescription('Save the page first.');
    await save(page);
    await expect(existing).toContainText('1 customer holds other roles than this page gives.');
    await expectAccessible(page, 360);
    await page.setViewportSize({ width: 1280, height: 900 });
    await goTo(page, 'Self registration');
    await expect(page.getByText('1 differs')).toBeVisible();
    await openEditor(page, liveTenant.host);
  });

  await test.step('the change is shown first, then made', async () => {
    await existing.getByRole('button', { name: 'Apply to existing customers' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply to existing customers' });
    const change = dialog.getByRole('listitem').filter({ hasText: casey.email });
    await expect(change).toContainText('gains Looks at devices');
    await expect(change).toContainText('loses Customer Administrator');
    await expectAccessible(page, 360);
    await page.setViewportSize({ width: 1280, height: 900 });
    await dialog.getByRole('button', { name: 'Apply to 1 customer' }).click();
    await expect(existing).toContainText('Applied: 1 customer holds what the page gives.');
    await expect(existing).toContainText(
      'Everybody who registered here holds what this page gives.',
    );
  });

  await visit(caseys, '/devices');
  await expect(caseys.getByRole('button', { name: 'Add device' })).toHaveAccessibleDescription(
    'You need the permission “create” for devices.',
  );
  await expect(caseys.getByRole('rowheader', { name: 'Thermostat' })).toBeVisible();
});
