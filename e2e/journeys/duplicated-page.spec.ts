import { chooseAction, signIn } from '../screens/console.js';
import { createDomainInPlace, openEditor, save } from '../screens/editor.js';
import { expect, test } from '../world/journey.js';
import { randomName } from '../world/person.js';

test('a page is the start of another one, and goes back to what a new page is', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const admin = await newBrowser();
  const welcome = admin.getByRole('textbox', { name: 'Text (English)' });
  const host = `${randomName()}.localhost`;
  await signIn(admin, demo.consoleUrl, liveTenant.admin);
  await openEditor(admin, liveTenant.host);
  await welcome.fill('Welcome to both');
  await save(admin);

  await test.step('the copy has everything but the domain, and is off', async () => {
    await admin.getByRole('button', { name: 'Duplicate' }).click();
    await expect(admin.getByText(`Everything is as on ${liveTenant.host}`)).toBeVisible();
    await expect(welcome).toHaveValue('Welcome to both');
    await createDomainInPlace(admin, host);
    await admin.getByRole('button', { name: 'Create page' }).click();
    await expect(admin.getByRole('heading', { level: 1 })).toContainText(host);
    await expect(admin.getByRole('switch', { name: 'Page is on' })).not.toBeChecked();
    await expect(welcome).toHaveValue('Welcome to both');
  });

  await test.step('it is reset by typing its name', async () => {
    await admin.getByRole('button', { name: 'Reset page' }).click();
    const question = admin.getByRole('dialog', { name: 'Reset this page?' });
    await question.getByRole('textbox').fill(host);
    await question.getByRole('button', { name: 'Reset page' }).click();
    await expect(welcome).toHaveValue('');
    await expect(admin.getByRole('group', { name: 'Save' }).getByRole('status')).toHaveText(
      'No changes to save.',
    );
    await expect(admin.getByRole('heading', { level: 1 })).toContainText(host);
  });

  await test.step('the list starts a copy, too', async () => {
    await admin.goto(`${demo.consoleUrl}/security/self-registrations`);
    await chooseAction(admin, host, 'Duplicate');
    await expect(admin.getByText(`Everything is as on ${host}`)).toBeVisible();
  });
});
