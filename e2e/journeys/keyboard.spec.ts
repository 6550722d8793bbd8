import { expectCheckMail } from '../screens/sign-up.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

test('the sign-up page works without a mouse', async ({ liveTenant, newBrowser }) => {
  const { firstName, lastName, email, password } = newPerson('Casey', 'Jones');
  const page = await newBrowser();
  const { keyboard } = page;
  await page.goto(liveTenant.signUpUrl);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await keyboard.press('Tab');
  for (const value of [firstName, lastName, email]) {
    await keyboard.type(value);
    await keyboard.press('Tab');
  }
  await keyboard.type('short');
  await keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Password', exact: true });
  await expect(field, 'the first fault has the focus').toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(password);
  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show password' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type(password);
  await keyboard.press('Enter');

  await expectCheckMail(page);
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(page.getByLabel('Six-digit code')).toBeFocused();
});
