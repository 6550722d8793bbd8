import type { Page } from '@playwright/test';
import { ACTIVATION_MAIL, expectSignedIn, pressActivate } from '../screens/activation.js';
import { expectFault, signUp } from '../screens/sign-up.js';
import { expect, test } from '../world/journey.js';
import { mailedLink } from '../world/mails.js';
import { newPerson } from '../world/person.js';
import type { LiveTenant } from '../world/tenant.js';

test('only the password activates in another browser; a robot activates and ends nothing', async ({
  liveTenant,
  newBrowser,
}) => {
  const casey = newPerson('Casey', 'Jones');
  await signUp(await newBrowser(), liveTenant.signUpUrl, casey);
  const link = await mailedLink(casey.email, ACTIVATION_MAIL);

  await test.step('a robot presses everything that the link leads to', async () => {
    const pressed = await pressEverything(await newBrowser(), link);
    expect(pressed).toEqual(
      expect.arrayContaining(['Activate my account', 'This wasn’t me', 'End this sign-up']),
    );
    expect(await stateOf(casey.email, liveTenant)).toBe('PENDING');
  });

  await test.step('the password that was chosen activates', async () => {
    const page = await newBrowser();
    await page.goto(link);
    expect(page.url(), 'the secret leaves the address bar').not.toContain('#');
    await pressActivate(page);
    const password = page.getByLabel('Password chosen at sign-up');
    await password.fill('another lantern over the bridge');
    await pressActivate(page);
    await expectFault(password, /not the password chosen at sign-up/);
    await password.fill(casey.password);
    await pressActivate(page);
    await expectSignedIn(page, casey);
    expect(await stateOf(casey.email, liveTenant)).toBe('ACTIVATED');
  });
});

/** Enough to press everything on every screen more than once. */
const PRESSES = 24;

/**
 * Opens a link as a mail scanner would and presses what it can, never typing: always what it
 * pressed least so far, and from the link on again when there is nothing more to press.
 */
async function pressEverything(page: Page, link: string): Promise<string[]> {
  const controls = page.getByRole('button').or(page.getByRole('link'));
  const presses = new Map<string, number>();
  await page.goto(link);
  for (let press = 0; press < PRESSES; press += 1) {
    const names = await controls.evaluateAll((elements) =>
      elements.map((element) => element.ariaLabel ?? element.textContent.trim()),
    );
    const index = indexOfSmallest(names.map((name) => presses.get(name) ?? 0));
    const name = names[index];
    if (name === undefined) await page.goto(link);
    else {
      presses.set(name, (presses.get(name) ?? 0) + 1);
      await controls.nth(index).click();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    }
  }
  return [...presses.keys()];
}

const indexOfSmallest = (numbers: readonly number[]): number =>
  numbers.indexOf(Math.min(...numbers));

/** What the administrator sees of the one registration of this address. */
async function stateOf(email: string, { api }: LiveTenant): Promise<string | undefined> {
  const query = `query ($filter: RegistrationFilter) {
    registrations(filter: $filter, first: 2) { edges { node { state } } }
  }`;
  const { registrations } = await api.ask<{
    registrations: { edges: { node: { state: string } }[] };
  }>(query, { filter: { search: email } });
  return registrations.edges.map(({ node }) => node.state).join();
}
