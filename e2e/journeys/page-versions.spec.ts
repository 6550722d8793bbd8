import type { Page } from '@playwright/test';
import { openEditor, save } from '../screens/editor.js';
import { signIn } from '../screens/console.js';
import { expectAccessible } from '../world/accessibility.js';
import { expect, test } from '../world/journey.js';

const prefix = (page: Page) => page.getByRole('textbox', { name: /^Customer title prefix/ });
const welcome = (page: Page) => page.getByRole('textbox', { name: 'Text (English)' });

test('two administrators save at once, and a former version is restored', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const [first, second] = [await newBrowser(), await newBrowser()];
  for (const admin of [first, second]) {
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    await openEditor(admin, liveTenant.host);
  }

  await test.step('the first one saves, and the second one is shown both', async () => {
    await welcome(first).fill('From the first');
    await prefix(first).fill('Home of ');
    await save(first);
    await welcome(second).fill('From the second');
    await second.getByRole('button', { name: 'Save' }).click();
    const both = second.getByRole('alert').filter({ hasText: 'saved this page meanwhile' });
    await expect(both.getByText('en: From the first')).toBeVisible();
    await expect(both.getByText('en: From the second')).toBeVisible();
    await expect(both.getByText('Home of')).toBeVisible();
    await expectAccessible(second, 360);
  });

  await test.step('nothing goes on before both sides of a setting were looked at', async () => {
    const go = second.getByRole('button', { name: 'Go on with this choice' });
    await expect(go).toHaveAttribute('aria-disabled', 'true');
    const choice = second.getByRole('group', { name: 'Language and welcome text' });
    await choice.getByRole('button', { name: 'Yours' }).click();
    await go.click();
    await expect(prefix(second)).toHaveValue('Home of ');
    await save(second);
  });

  await test.step('the history tells who changed what, and goes back', async () => {
    await second
      .getByRole('banner')
      .or(second.locator('header'))
      .getByRole('button', { name: 'History' })
      .click();
    const history = second.getByRole('dialog', { name: 'History' });
    await expect(history.getByRole('listitem')).toHaveCount(3);
    await expect(history.getByRole('listitem').nth(0)).toContainText('Ada Minister');
    await expect(history.getByRole('listitem').nth(1)).toContainText('Home of');
    await expect(history.getByText('The first version.')).toBeVisible();
    await expectAccessible(second, 360);
    await history.getByRole('listitem').nth(2).getByRole('button', { name: 'Restore' }).click();
    const dialog = second.getByRole('dialog', { name: 'Restore version 1' });
    await expect(dialog.getByText('Home of')).toBeVisible();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(history.getByRole('listitem')).toHaveCount(4);
    await expect(history.getByRole('listitem').nth(0)).toContainText('restored from version 1');
    await expect(prefix(second)).toHaveValue('');
  });
});
