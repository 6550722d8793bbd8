import { ACTIVATION_MAIL, expectSignedIn } from '../screens/activation.js';
import { openMail, readCode } from '../screens/inbox.js';
import { expectFault, signUp } from '../screens/sign-up.js';
import { test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

test('the code of the mail is typed where the person signed up', async ({
  liveTenant,
  newBrowser,
}) => {
  const casey = newPerson('Casey', 'Jones');
  const page = await newBrowser();
  await signUp(page, liveTenant.signUpUrl, casey);

  const inbox = await page.context().newPage();
  await openMail(inbox, casey.email, ACTIVATION_MAIL);
  const code = await readCode(inbox);

  const field = page.getByLabel('Six-digit code');
  const confirm = page.getByRole('button', { name: 'Confirm' });
  await test.step('a wrong code is said at its field', async () => {
    await field.fill(code === '000000' ? '111111' : '000000');
    await expectFault(field, /wrong or has run out/);
  });
  await test.step('the right one signs in, also after a reload', async () => {
    await page.reload();
    await field.pressSequentially(code);
    if (await confirm.isVisible()) await confirm.press('Enter');
    await expectSignedIn(page, casey);
  });
});
