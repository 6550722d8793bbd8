import { openActivationLink, pressActivate } from '../screens/activation.js';
import { chooseAction, expectMessage, goTo, signIn } from '../screens/console.js';
import { openEditor, save } from '../screens/editor.js';
import { signUp } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { mailedLink, mailText } from '../world/mails.js';
import { newPerson } from '../world/person.js';

const WAITS = 'Your sign-up is being checked';

test('who signs up waits until an administrator approves, or learns why not', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  // Several people and checks of colours: three times as long on a busy machine.
  test.slow();
  const admin = await newBrowser();
  const [casey, robin, sasha] = [
    newPerson('Casey', 'Jones'),
    newPerson('Robin', 'Reed'),
    newPerson('Sasha', 'Stone'),
  ];

  await test.step('the administrator asks for approval', async () => {
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    await openEditor(admin, liveTenant.host);
    await admin
      .getByRole('switch', { name: 'An administrator approves each sign-up' })
      .press('Space');
    await save(admin);
  });

  const page = await newBrowser();
  await test.step('a registrant confirms the address and waits, after a reload, too', async () => {
    await page.goto(liveTenant.signUpUrl);
    await expect(page.getByText('Every sign-up is looked at')).toBeVisible();
    await signUp(page, liveTenant.signUpUrl, casey);
    const opened = await openActivationLink(page, casey.email);
    await pressActivate(opened);
    await expect(opened.getByRole('heading', { level: 1 })).toHaveText(WAITS);
    await opened.reload();
    await expect(opened.getByRole('heading', { level: 1 })).toHaveText(WAITS);
    await expectAccessible(opened, 320);
    expect(await mailText(casey.email, WAITS)).toContain('nothing to do for you now');
  });

  await test.step('and in another browser, with the password', async () => {
    await signUp(await newBrowser(), liveTenant.signUpUrl, robin);
    const other = await newBrowser();
    await other.goto(await mailedLink(robin.email, 'Confirm your e-mail address'));
    await pressActivate(other);
    await other.getByLabel('Password chosen at sign-up').fill(robin.password);
    await pressActivate(other);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(WAITS);
    const third = await newBrowser();
    await signUp(third, liveTenant.signUpUrl, sasha);
    const opened = await openActivationLink(third, sasha.email);
    await pressActivate(opened);
    await expect(opened.getByRole('heading', { level: 1 })).toHaveText(WAITS);
  });

  await test.step('signing in says nothing of it', async () => {
    await page.goto(`${liveTenant.url}/sign-in`);
    await page.getByLabel('E-mail').fill(casey.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(casey.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText(/Wrong address or password/)).toBeVisible();
  });

  await test.step('the administrator rejects one and approves two at once', async () => {
    await goTo(admin, 'Registrations');
    await admin.getByRole('button', { name: 'Waiting (3)' }).click();
    await chooseAction(admin, sasha.email, 'Reject');
    const dialog = admin.getByRole('dialog', { name: 'Reject 1 sign-up' });
    await dialog.getByLabel('Reason').fill('We take partners only.');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await expectMessage(admin, '1 sign-up was rejected.');
    await expect(admin.getByRole('button', { name: 'Waiting (2)' })).toBeVisible();
    await admin.getByRole('checkbox', { name: 'Select all on this page' }).check();
    await expectAccessible(admin, 360);
    await admin
      .getByRole('region', { name: 'Decide on the selected sign-ups' })
      .getByRole('button', { name: 'Approve' })
      .click();
    await expectMessage(admin, '2 sign-ups were approved.');
  });

  await test.step('all three are told, and who was approved signs in', async () => {
    expect(await mailText(sasha.email, 'Your sign-up was not approved')).toContain(
      'We take partners only.',
    );
    await mailText(robin.email, 'Your account is ready');
    expect(await mailText(casey.email, 'Your account is ready')).toContain('/sign-in');
    await signIn(page, liveTenant.url, casey);
    await expect(page.getByRole('heading', { name: 'Hello, Casey' })).toBeVisible();
  });
});
