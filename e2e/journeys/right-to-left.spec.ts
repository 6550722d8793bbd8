import type { Page } from '@playwright/test';
import { ACTIVATION_MAIL } from '../screens/activation.js';
import { signUp } from '../screens/sign-up.js';
import { expect, test } from '../world/journey.js';
import { mailedLink } from '../world/mails.js';
import { newPerson } from '../world/person.js';
import { offerPolicy } from '../world/privacy-policy.js';

test('sign-up holds together from right to left', async ({ liveTenant, newBrowser }) => {
  const casey = newPerson('Casey', 'Jones');
  const page = await newBrowser({ viewport: { width: 320, height: 780 } });
  await signUp(page, liveTenant.signUpUrl, casey);
  await expectMirrored(page);
  await page.goto(await mailedLink(casey.email, ACTIVATION_MAIL));
  await expectMirrored(page);
  await offerPolicy(liveTenant, { name: 'Policy', html: '<p>We keep</p><ul><li>little</li></ul>' });
  const stranger = await newBrowser({ viewport: { width: 320, height: 780 } });
  await stranger.goto(liveTenant.signUpUrl);
  await expectMirrored(stranger);
  await stranger.goto(`${liveTenant.url}/legal/privacy`);
  await expectMirrored(stranger);
});

/** Turned round, nothing leaves the window, and what began at the left begins at the right. */
async function expectMirrored(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  const before = await layout(page, 'ltr');
  const after = await layout(page, 'rtl');
  const place = new URL(page.url()).pathname;
  expect(after.beyond, `pixels of ${place} beyond the window`).toBe(0);
  expect(after.starts.length, `boxes of ${place}`).toBeGreaterThan(0);
  expect(after.starts, place).toEqual(before.starts);
}

/** How far boxes stand from the side where lines begin, and from the window, in whole CSS pixels. */
const layout = (page: Page, direction: 'ltr' | 'rtl') =>
  page.evaluate((dir) => {
    const root = document.documentElement;
    root.dir = dir;
    const wide = root.clientWidth;
    const boxes = [...document.querySelectorAll('h1, label, input, button, .card, article, li')]
      // A text in a language of its own keeps its direction.
      .filter((element) => !element.closest('[dir]:not(html)'))
      .map((element) => element.getBoundingClientRect());
    return {
      starts: boxes.map(({ left, right }) => Math.round(dir === 'ltr' ? left : wide - right)),
      beyond: Math.max(
        root.scrollWidth - wide,
        ...boxes.map(({ left, right }) => Math.ceil(Math.max(-left, right - wide))),
        0,
      ),
    };
  }, direction);
