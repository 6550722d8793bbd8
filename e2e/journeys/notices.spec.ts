import {
  startWebhookStandIn,
  type WebhookStandIn,
} from '../../server/test/notifications/webhook-stand-in.js';
import { chooseAction, expectMessage, goTo, signIn } from '../screens/console.js';
import { openEditor, save } from '../screens/editor.js';
import { createWebhookInPlace, expectUnread, inboxEntry, noticeRow } from '../screens/notices.js';
import { signUp } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

let far: WebhookStandIn;
test.beforeAll(async () => {
  far = await startWebhookStandIn();
});
test.afterAll(() => far.stop());

test('an administrator sees at once who registered, and reads it', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  await expectUnread(page, 0);
  const person = newPerson('Noor', 'Haddad');
  await signUp(await newBrowser(), liveTenant.signUpUrl, person);
  await expectUnread(page, 1);

  await inboxEntry(page).click();
  const row = noticeRow(page, 'Noor Haddad registered');
  await expect(row).toContainText(person.email);
  await expect(row).toContainText(liveTenant.host);
  await expectAccessible(page, 360);
  await row.getByRole('button', { name: 'Mark as read' }).click();
  await expect(row.getByRole('button')).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectUnread(page, 0);
  await row.getByRole('link').click();
  await expect(page.getByText(person.email).first()).toBeVisible();
});

test('a webhook that fails is seen, and tried again when it is back', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  far.answer(503, 'Closed for maintenance');

  await test.step('made and tried from within the editor', async () => {
    await openEditor(page, liveTenant.host);
    await createWebhookInPlace(page, 'Billing', far.url);
    await expect(page.getByText(`Webhook · ${far.host}`)).toBeVisible();
    await page.getByRole('button', { name: 'Send a test notice' }).click();
    const dialog = page.getByRole('dialog', { name: 'Test notice to Billing' });
    await expect(dialog).toContainText('HTTP 503: Closed for maintenance');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await save(page);
  });

  await test.step('the registration does not mind', async () => {
    await signUp(await newBrowser(), liveTenant.signUpUrl, newPerson('Iris', 'Okafor'));
  });

  await test.step('its state is seen, and another try delivers', async () => {
    await goTo(page, 'Deliveries');
    const row = noticeRow(page, 'registered');
    await expect(row).toContainText('HTTP 503: Closed for maintenance', { timeout: 20_000 });
    await expectAccessible(page, 360);
    await page.setViewportSize({ width: 1280, height: 800 });
    far.answer(200, 'thank you');
    await chooseAction(page, far.host, 'Try again now');
    await expectMessage(page, 'It is tried again.');
    await expect(row).toContainText('HTTP 200: thank you', { timeout: 20_000 });
    await expect(row).toContainText('Delivered');
  });

  await test.step('a recipient that a page tells can not be deleted, and says where', async () => {
    await goTo(page, 'Recipients');
    await page.getByRole('button', { name: 'Actions for Billing' }).click();
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toContainText(liveTenant.host);
  });
});
