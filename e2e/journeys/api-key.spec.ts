import { chooseAction, expectMessage, goTo, signIn } from '../screens/console.js';
import { expect, test } from '../world/journey.js';

test('a tool gets a key that is shown once, and loses it', async ({ demo, tenant, newBrowser }) => {
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, tenant.admin);
  await goTo(page, 'API keys');
  await page.getByRole('button', { name: 'Create key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create an API key' });
  await dialog.getByLabel('Name').fill('Stock robot');
  await dialog.getByText('Read everything').click();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const shown = page.getByRole('dialog', { name: '“Stock robot” is ready' });
  const key = await shown.getByLabel('API key', { exact: true }).inputValue();
  await shown.getByRole('button', { name: 'I have it' }).click();

  const ask = async () => {
    const response = await fetch(`${demo.consoleUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: '{ devices(first: 1) { totalCount } }' }),
    });
    return (await response.json()) as { data?: unknown; errors?: unknown[] };
  };
  expect(await ask()).toEqual({ data: { devices: { totalCount: 0 } } });

  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await chooseAction(page, 'Stock robot', 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expectMessage(page, 'The key “Stock robot” was deleted.');
  expect((await ask()).errors).toHaveLength(1);
});
