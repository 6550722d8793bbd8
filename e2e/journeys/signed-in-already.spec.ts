import { signIn } from '../screens/console.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';

test('who is signed in already is told as whom on the sign-up page, and may go on or sign out', async ({
  demo,
  newBrowser,
}) => {
  const [acme] = demo.tenants;
  const casey = acme?.customers[0];
  if (!acme || !casey) throw new Error('The demo has no customer.');
  const page = await newBrowser({ viewport: { width: 320, height: 800 } });
  const notice = page.getByText(/^You are signed in as/);

  await test.step('a stranger sees the form alone, and nothing is asked', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(acme.signUpUrl, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible();
    expect(asked.filter((url) => url.endsWith('/graphql'))).toEqual([]);
    await expect(notice).toBeHidden();
  });

  await test.step('after signing in the page says so', async () => {
    await signIn(page, acme.url, casey);
    await page.goto(acme.signUpUrl);
    await expect(notice).toContainText('Casey Jones');
    await expectAccessible(page, 320);
    await page.getByRole('link', { name: 'Continue' }).click();
    await expect(page).not.toHaveURL(/signup|sign-in/);
  });

  await test.step('signing out leaves what was typed', async () => {
    await page.goto(acme.signUpUrl);
    await page.getByLabel('First name').fill('Anna');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(notice).toBeHidden();
    await expect(page.getByLabel('First name')).toHaveValue('Anna');
  });
});
