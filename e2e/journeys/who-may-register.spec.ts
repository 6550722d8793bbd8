import { expectSignedIn, openActivationLink, pressActivate } from '../screens/activation.js';
import { signIn } from '../screens/console.js';
import { openEditor, save } from '../screens/editor.js';
import { createAccount, expectCheckMail, expectFault, fillSignUp } from '../screens/sign-up.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

test('only invited people with an address of the right domain get in, as many as the code lets', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  // Several people and checks of colours: three times as long on a busy machine.
  test.slow();
  const admin = await newBrowser();
  const casey = newPerson('Casey', 'Jones');
  const link = await test.step('the administrator sets the rules and makes a code', async () => {
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    await openEditor(admin, liveTenant.host);
    await admin.getByLabel('Allowed e-mail domains').fill('people.example\nno domain');
    await admin.getByRole('switch', { name: 'Only with an invite code' }).press('Space');
    await admin.getByRole('group', { name: 'Save' }).getByRole('button', { name: 'Save' }).click();
    await expectFault(admin.getByLabel('Allowed e-mail domains'), /This is none: «no», «domain»/);
    await admin.getByLabel('Allowed e-mail domains').fill('people.example');
    await save(admin);
    await admin.getByRole('button', { name: 'Create code' }).click();
    const dialog = admin.getByRole('dialog', { name: 'New invite code' });
    await dialog.getByLabel('Label').fill('Partners');
    await dialog.getByLabel('How many people').fill('1');
    await dialog.getByRole('button', { name: 'Create code' }).click();
    const made = admin.getByRole('dialog', { name: 'Copy the code now' });
    const url = await made.getByText(/#code=/).textContent();
    await expectAccessible(admin, 360);
    await made.getByRole('button', { name: 'I have copied it' }).click();
    await expect(admin.getByText('0 used, 0 reserved of 1')).toBeVisible();
    return url ?? '';
  });

  const page = await newBrowser();
  await test.step('a stranger is told what is missing, at each field', async () => {
    const stranger = await newBrowser();
    await stranger.goto(liveTenant.signUpUrl);
    await fillSignUp(stranger, { ...casey, email: 'casey@elsewhere.example' });
    await createAccount(stranger);
    await expectFault(stranger.getByLabel('Invite code'), /fill this in/);
    await stranger.getByLabel('Invite code').fill('guessed');
    await createAccount(stranger);
    await expectFault(stranger.getByLabel('Invite code'), /wrong, has run out or is used up/);
    await expectFault(stranger.getByLabel('E-mail address'), /certain organisations/);
    await expectAccessible(stranger, 320);
  });

  await test.step('the link brings the code, which leaves the address bar', async () => {
    await page.goto(link);
    await expect(page.getByLabel('Invite code')).toHaveValue(/^[\w-]{43}$/);
    expect(page.url()).not.toContain('code');
    await fillSignUp(page, casey);
    await createAccount(page);
    await expectCheckMail(page);
    const opened = await openActivationLink(page, casey.email);
    await pressActivate(opened);
    await expectSignedIn(opened, casey);
  });

  await test.step('nobody else gets in by it, and the administrator sees why', async () => {
    const late = await newBrowser();
    await late.goto(link);
    await fillSignUp(late, newPerson('Late', 'Comer'));
    await createAccount(late);
    await expectFault(late.getByLabel('Invite code'), /used up/);
    await admin.reload();
    await expect(admin.getByText('1 used, 0 reserved of 1')).toBeVisible();
    await expect(admin.getByText('Used up', { exact: true })).toBeVisible();
  });
});
