import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ACTIVATION_MAIL, openActivationLink, pressActivate } from '../screens/activation.js';
import { openEditor } from '../screens/editor.js';
import { goTo, signIn, visit } from '../screens/console.js';
import { fillSignUp, signUp } from '../screens/sign-up.js';
import { expect, test } from '../world/journey.js';
import { mailedLink } from '../world/mails.js';
import type { Person } from '../world/person.js';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const SCHEMES = ['light', 'dark'] as const;
/** The narrowest that each of the two promises. */
const SIZES = {
  console: { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 780 } },
  'sign-up': { wide: { width: 1280, height: 980 }, narrow: { width: 320, height: 780 } },
};

test('the sign-up page', async ({ demo, newBrowser }) => {
  const [acme] = demo.tenants;
  const page = await newBrowser();
  await page.goto(acme!.signUpUrl);
  await fillSignUp(page, registrant('Sam', 'Rivera'));
  await page.getByText('Checked: you are human.').waitFor();
  await takePictures(page, 'sign-up', SIZES['sign-up']);
});

test('the console of an administrator', async ({ demo, newBrowser }) => {
  const [acme] = demo.tenants;
  for (const person of [
    registrant('Tomasz', 'Nowak'),
    registrant('Ines', 'Moreau'),
    registrant('Sam', 'Rivera'),
  ]) {
    await signUp(await newBrowser(), acme!.signUpUrl, person);
    await mailedLink(person.email, ACTIVATION_MAIL);
  }
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, acme!.admin);
  await page.getByRole('region', { name: 'Latest registrations' }).waitFor();
  await takePictures(page, 'home', SIZES.console);
  await openEditor(page, new URL(acme!.url).hostname);
  await page.getByRole('combobox', { name: 'Role' }).first().waitFor();
  await takePictures(page, 'console', SIZES.console);
  await page.setViewportSize(SIZES.console.wide);
  await goTo(page, 'Registrations');
  await page.getByRole('table').waitFor();
  await takePictures(page, 'registrations', SIZES.console);
  await visit(page, '/notifications/inbox');
  await page.getByRole('table').waitFor();
  await takePictures(page, 'inbox', SIZES.console);
  await goTo(page, 'Dashboards');
  await page.getByRole('link', { name: 'My devices' }).click();
  await page.locator('canvas').waitFor();
  await takePictures(page, 'dashboard', SIZES.console);
  for (const entry of ['Branding', 'Mail server', 'Mail templates', 'Roles', 'Entity groups']) {
    await goTo(page, entry);
    await expect(page.locator('.bone')).toHaveCount(0);
    await takePictures(page, entry.toLowerCase().replace(' ', '-'), SIZES.console);
  }
});

test('the dashboard of a registrant, fullscreen', async ({ demo, newBrowser }) => {
  const [acme] = demo.tenants;
  const page = await newBrowser();
  const person = registrant('Mina', 'Okafor');
  await signUp(page, acme!.signUpUrl, person);
  const activated = await openActivationLink(page, person.email);
  await pressActivate(activated);
  await activated.getByRole('heading', { name: 'Add your first device' }).waitFor();
  await takePictures(activated, 'fullscreen', SIZES.console);
});

test('the devices of a customer', async ({ demo, newBrowser }) => {
  const [acme] = demo.tenants;
  const page = await newBrowser();
  await signIn(page, acme!.url, acme!.customers[0]!);
  await goTo(page, 'Devices');
  await page.getByRole('table').waitFor();
  await takePictures(page, 'devices', SIZES.console);
});

/** The demo is new each time, so that their addresses need not be. */
const registrant = (firstName: string, lastName: string): Person => ({
  firstName,
  lastName,
  email: `${firstName}.${lastName}@example.org`.toLowerCase(),
  password: 'two foxes in the snow',
});

/** The screen light and dark, wide and narrow; light and wide goes without saying in the name. */
async function takePictures(
  page: Page,
  screen: string,
  sizes: Record<'wide' | 'narrow', { width: number; height: number }>,
): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.mouse.move(0, 0);
      await page.evaluate(() => scrollTo({ top: 0 }));
      const name = [screen, size === 'narrow' && size, colorScheme === 'dark' && colorScheme];
      const path = join(FOLDER, `${name.filter(Boolean).join('-')}.png`);
      await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
    }
  }
  await page.setViewportSize(sizes.wide);
}
