import { openEditor, turnPage } from '../screens/editor.js';
import { expectMessage, goTo, signIn } from '../screens/console.js';
import { sendTest, useServer } from '../screens/mail.js';
import { expectAccessible } from '../world/accessibility.js';
import { startMailServer } from '../world/mail-server.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

const WIDE = { width: 1280, height: 900 };
const SWITCH_OFF = `mutation ($id: ID!) {
  updateSelfRegistration(id: $id, input: { enabled: false }) { userErrors { code } }
}`;

test('while no mail gets through, Home says so, invitations are handed over, and a page is not switched on unasked', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const server = await startMailServer();
  server.refuse('451 4.3.0 out of order');
  await liveTenant.api.ask(SWITCH_OFF, { id: liveTenant.selfRegistrationId });
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  const step = page.getByRole('listitem').filter({ hasText: 'See that mail gets through' });

  await test.step('Home knows that mail works, until it does not', async () => {
    await expect(step).toContainText('done');
    await goTo(page, 'Mail server');
    await useServer(page, server.port);
    await sendTest(page, 'ada@example.com');
    await expect(page.getByText('out of order').first()).toBeVisible();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await expect(step.getByRole('link', { name: 'Send test mail' })).toBeVisible();
    await expect(page.getByText('The last mail could not be sent')).toBeVisible();
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
  });

  await test.step('an invitation is handed over as a link', async () => {
    const { email } = newPerson('Sam', 'Rivera');
    await goTo(page, 'Users');
    await expect(page.getByText('The last mail could not be sent')).toBeVisible();
    await page.getByRole('button', { name: 'Invite user' }).click();
    const form = page.getByRole('dialog', { name: 'Invite a user' });
    await form.getByRole('radio', { name: /^Tenant administrator/ }).check();
    await form.getByLabel('E-mail').fill(email);
    await form.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByRole('button', { name: 'Show the link' }).click();
    const link = page.getByRole('dialog', { name: 'Invitation link' });
    await expect(link.getByRole('textbox', { name: 'Invitation link' })).toHaveValue(
      /\/invitation#\S{20,}$/,
    );
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
    await link.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('switching a page on asks first', async () => {
    await openEditor(page, liveTenant.host);
    await turnPage(page, true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Switch on although mail fails?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await question.getByRole('button', { name: 'Switch on all the same' }).click();
    await expectMessage(page, `${liveTenant.host} was saved`);
  });
  await server.stop();
});
