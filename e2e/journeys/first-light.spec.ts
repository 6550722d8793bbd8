import type { Page } from '@playwright/test';
import { becomeCustomer } from '../screens/activation.js';
import { signIn, visit } from '../screens/console.js';
import { addDevice, expectDevices } from '../screens/devices.js';
import {
  createDomainInPlace,
  createRoleInPlace,
  roleRow,
  save,
  turnPage,
} from '../screens/editor.js';
import { askFromPage } from '../world/api.js';
import { expect, test } from '../world/journey.js';
import { newPerson, randomName } from '../world/person.js';

test('from an empty tenant to two registrants who see nothing of each other', async ({
  demo,
  tenant,
  newBrowser,
}) => {
  const signUpUrl = await test.step('the administrator puts a sign-up page live', async () => {
    const page = await newBrowser();
    await signIn(page, demo.consoleUrl, tenant.admin);
    return publishPage(page, `${randomName()}.localhost`);
  });

  const [casey, noor] = [newPerson('Casey', 'Jones'), newPerson('Noor', 'Haddad')];
  const caseys = await test.step('a stranger registers and adds a device', async () =>
    becomeCustomer(await newBrowser(), signUpUrl, casey));
  const caseysDevice = await addDevice(caseys, 'Thermostat');

  const noors = await test.step('another stranger does the same', async () =>
    becomeCustomer(await newBrowser(), signUpUrl, noor));
  const noorsDevice = await addDevice(noors, 'Thermostat');
  expect(noorsDevice).not.toBe(caseysDevice);

  await test.step('neither sees anything of the other', async () => {
    await expectDevices(caseys, ['Thermostat']);
    await expectDevices(noors, ['Thermostat']);
    await visit(noors, `/devices/${caseysDevice}`);
    await expect(noors.getByRole('dialog')).toContainText('does not exist any more');
    expect(await guessDevice(noors, caseysDevice)).toEqual({ data: null, code: 'NOT_FOUND' });
    expect(await guessDevice(noors, noorsDevice)).toMatchObject({
      data: { device: { name: 'Thermostat' } },
    });
    expect(await everythingListed(noors)).not.toContain(caseysDevice);
  });
});

/** From the steps on Home to a page that is on, all in the editor; answers with its address. */
async function publishPage(page: Page, host: string): Promise<string> {
  await page.getByRole('link', { name: 'Create page' }).click();
  await createDomainInPlace(page, host);
  await createRoleInPlace(page, roleRow(page, 0), 'Device owner', {
    Devices: ['all'],
    'Own profile': ['all'],
  });
  await turnPage(page, false);
  await page.getByRole('button', { name: 'Create page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(host);
  await turnPage(page, true);
  await save(page);
  return page.getByLabel('Address of the sign-up page').inputValue();
}

/** Asks the API for a device as a script in the person's own page would. */
async function guessDevice(page: Page, id: string): Promise<{ data: unknown; code?: string }> {
  const { data, errors } = await askFromPage(
    page,
    'query ($id: ID!) { device(id: $id) { name } }',
    {
      id,
    },
  );
  const code = errors?.[0]?.extensions.code;
  return { data, ...(code && { code }) };
}

async function everythingListed(page: Page): Promise<string> {
  const query = `query {
    devices(first: 100) { edges { node { id name } } }
    customers(first: 100) { edges { node { id title } } }
  }`;
  return JSON.stringify((await askFromPage(page, query)).data);
}
