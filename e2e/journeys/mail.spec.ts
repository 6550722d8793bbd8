import { startAccountServer } from '../../server/test/mail/account-server.js';
import {
  oauthClient,
  startAuthorizationServer,
} from '../../server/test/mail/authorization-server.js';
import { expectMessage, goTo, signIn, visit } from '../screens/console.js';
import { sendTest, useServer } from '../screens/mail.js';
import { signUp } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { startMailServer } from '../world/mail-server.js';
import { expect, test } from '../world/journey.js';
import { mailedLink } from '../world/mails.js';
import { newPerson } from '../world/person.js';

const WIDE = { width: 1280, height: 900 };

test('a mail server of the own is tried, and a mail that it put off is sent again', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const server = await startMailServer();
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, liveTenant.admin);

  await test.step('the test mail says what the server answers', async () => {
    await goTo(page, 'Mail server');
    await useServer(page, server.port);
    server.refuse('550 5.1.1 nobody of that name');
    await sendTest(page, 'nobody@example.com');
    await expect(page.getByText('550 5.1.1 nobody of that name')).toBeVisible();
    server.accept();
    await sendTest(page, 'ada@example.com');
    await expect(page.getByText('The mail server took the mail.')).toBeVisible();
    await expect(page.getByText('Working')).toBeVisible();
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
  });

  await test.step('a mail that was put off stands in the log and is sent at once', async () => {
    server.refuse('451 4.2.2 mailbox full for now');
    const sam = newPerson('Sam', 'Rivera');
    await signUp(await newBrowser(), liveTenant.signUpUrl, sam);
    await goTo(page, 'Messages');
    await page.getByRole('button', { name: 'Queued' }).click();
    const row = page.getByRole('link', { name: sam.email });
    await expect(async () => {
      await page.reload();
      await expect(row).toBeVisible({ timeout: 1_500 });
    }).toPass();
    await row.click();
    const detail = page.getByRole('dialog', { name: sam.email });
    await expect(detail.getByText('mailbox full')).toBeVisible();
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
    server.accept();
    await detail.getByRole('button', { name: 'Send again' }).click();
    await expectMessage(page, new RegExp(`${sam.email} is on its way`));
    await expect.poll(() => server.recipients).toContain(sam.email);
  });
  await server.stop();
});

test('a mail account is connected by the consent of its owner', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const provider = await startAuthorizationServer();
  const account = await startAccountServer(
    ({ accessToken }) => accessToken === provider.accessToken,
  );
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  await goTo(page, 'Mail server');
  const { authorizationUrl, tokenUrl } = provider;
  await useServer(page, account.port, { ...oauthClient, authorizationUrl, tokenUrl });

  await page.getByRole('button', { name: 'Connect account' }).click();
  await page.getByRole('link', { name: 'Allow' }).click();
  await expectMessage(page, 'The mail account is connected.');
  await expect(page).toHaveURL(/\/settings\/mail-server$/);
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await expectAccessible(page, 360);
  await page.setViewportSize(WIDE);

  await sendTest(page, 'ada@example.com');
  await expect(page.getByText('The mail server took the mail.')).toBeVisible();
  expect(account.logins).toEqual(['XOAUTH2 mail@acme.example']);
  await account.stop();
  await provider.stop();
});

test('the words of a mail are changed, looked at and reset', async ({
  demo,
  liveTenant,
  newBrowser,
  watch,
}) => {
  // The test's own scripts meet the sandbox of the preview, and that is as it should be.
  watch.expect(/Blocked script execution in 'about:srcdoc'/);
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, liveTenant.admin);
  await goTo(page, 'Mail templates');
  await expectAccessible(page, 360);
  await page.setViewportSize(WIDE);
  await page.getByRole('link', { name: 'Confirm the address' }).click();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('Hello Ada Lovelace,')).toBeVisible();

  await test.step('a variable that the mail does not know is refused at its field', async () => {
    const subject = page.getByLabel('Subject', { exact: true });
    await subject.fill('Welcome to {{tenant}}');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(subject).toHaveAccessibleDescription(/\{\{tenant\}\} is not known here/);
    await subject.fill('Welcome to {{tenantName}}');
  });

  await test.step('the preview follows', async () => {
    await text.click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('Glad you are here, ');
    await page.getByRole('button', { name: '{{name}}', exact: true }).click();
    await expect(frame.getByText('Glad you are here, Ada Lovelace')).toBeVisible();
    await expect(page.getByText('Welcome to Example').first()).toBeVisible();
    await expectAccessible(page, 360);
    await page.setViewportSize(WIDE);
  });

  await test.step('a mail says it', async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expectMessage(page, 'The text is saved');
    const sam = newPerson('Sam', 'Rivera');
    await signUp(await newBrowser(), liveTenant.signUpUrl, sam);
    await mailedLink(sam.email, `Welcome to ${liveTenant.name}`);
  });

  await test.step('reset brings the built-in words back', async () => {
    await page.getByRole('button', { name: 'Reset to default' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset to default' }).click();
    await expectMessage(page, 'The default text is used again');
    await expect(page.getByLabel('Subject', { exact: true })).toHaveValue(
      'Confirm your e-mail address',
    );
  });

  await visit(page, '/settings/mail-templates/nothing');
  await expect(page.getByText('This could not be loaded')).toBeVisible();
});
