import { openActivationLink, expectSignedIn, pressActivate } from '../screens/activation.js';
import { signIn } from '../screens/console.js';
import { openEditor, save, turnPage } from '../screens/editor.js';
import { createAccount, fillSignUp, signUp } from '../screens/sign-up.js';
import { askFromPage } from '../world/api.js';
import { expect, test } from '../world/journey.js';
import { newPerson } from '../world/person.js';

const REGISTER = `mutation ($input: RegisterInput!) {
  register(input: $input) { accepted userErrors { field code } }
}`;

test('a page that is switched off refuses on the page and at the API', async ({
  demo,
  liveTenant,
  newBrowser,
  watch,
}) => {
  // The page of a switched-off sign-up is served as not found.
  watch.expect(/on \/signup: Failed to load resource: .* 404/);
  const [early, late] = [newPerson('Early', 'Bird'), newPerson('Late', 'Comer')];

  const pending = await newBrowser();
  await signUp(pending, liveTenant.signUpUrl, early);
  const filling = await newBrowser();
  await filling.goto(liveTenant.signUpUrl);
  await fillSignUp(filling, late);

  await test.step('the administrator switches it off', async () => {
    const page = await newBrowser();
    await signIn(page, demo.consoleUrl, liveTenant.admin);
    await openEditor(page, liveTenant.host);
    await turnPage(page, false);
    await save(page);
  });

  await test.step('a form that was open already is told, and loses nothing', async () => {
    await createAccount(filling);
    await expect(filling.getByText('Sign-up has been closed in the meantime.')).toBeVisible();
    await expect(filling.getByLabel('E-mail address')).toHaveValue(late.email);
  });

  await test.step('whoever comes now finds no form', async () => {
    const page = await newBrowser();
    await page.goto(liveTenant.signUpUrl);
    await expect(page.getByRole('heading')).toHaveText('Sign-up is not available here');
    await expect(page.getByRole('textbox')).toHaveCount(0);
    const input = { email: late.email, password: late.password, firstName: 'Late' };
    const { data } = await askFromPage(page, REGISTER, { input });
    expect(data).toEqual({
      register: { accepted: false, userErrors: [{ field: ['domain'], code: 'DISABLED' }] },
    });
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expect(
      page.getByRole('heading', { name: `Sign in to ${liveTenant.name}` }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'Create account' })).toBeHidden();
  });

  await test.step('what was registered before can still be activated', async () => {
    const activation = await openActivationLink(pending, early.email);
    await pressActivate(activation);
    await expectSignedIn(activation, early);
  });
});
