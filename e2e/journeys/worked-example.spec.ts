import type { Page } from '@playwright/test';
import { openActivationLink, pressActivate } from '../screens/activation.js';
import { expectMessage, goTo, signIn, visit } from '../screens/console.js';
import {
  addInTable,
  choose,
  deleteInTable,
  deviceListExport,
  expectRows,
  importDashboard,
  pick,
  renameInTable,
} from '../screens/dashboards.js';
import { createDomainInPlace, roleRow } from '../screens/editor.js';
import { signUp } from '../screens/sign-up.js';
import { askFromPage } from '../world/api.js';
import { expect, test } from '../world/journey.js';
import { newPerson, randomName, type Person } from '../world/person.js';

const TABLE = 'Thermostats';
const DEVICE = 'Boiler room';

test('the worked example of the guide, by hand from beginning to end', async ({
  demo,
  tenant,
  newBrowser,
}) => {
  test.setTimeout(240_000);
  const admin = await newBrowser();
  await signIn(admin, demo.consoleUrl, tenant.admin);

  await test.step('a role that only reads, on a group of dashboards', async () => {
    await createReadOnlyRole(admin);
    await createSharedDashboards(admin);
  });
  const title = await test.step('an imported list of devices', async () => {
    await goTo(admin, 'Dashboards');
    return importDashboard(admin, deviceListExport(), 'Shared Dashboards');
  });
  const signUpUrl = await test.step('a sign-up page that opens it, always fullscreen', async () =>
    publishPage(admin, `${randomName()}.localhost`, title));

  const casey = await test.step('a person registers, activates and arrives', async () =>
    arrive(await newBrowser(), signUpUrl, newPerson('Casey', 'Jones'), title));

  await test.step('adds, edits and deletes devices of their own', async () => {
    await expect(casey.getByRole('heading', { name: 'Add your first device' })).toBeVisible();
    await addInTable(casey, 'Attic');
    await renameInTable(casey, 'Attic', DEVICE);
    await expectRows(casey, TABLE, [DEVICE]);
    await deleteInTable(casey, DEVICE);
    await expect(casey.getByRole('heading', { name: 'Add your first device' })).toBeVisible();
    await addInTable(casey, DEVICE);
    await expectRows(casey, TABLE, [DEVICE]);
  });

  await test.step("can't change the dashboard", async () => expectReadOnly(casey, title));

  const noor = await test.step('a second person has a device of the same name', async () => {
    const page = await arrive(await newBrowser(), signUpUrl, newPerson('Noor', 'Haddad'), title);
    await addInTable(page, DEVICE);
    return page;
  });

  await test.step('neither sees or guesses anything of the other', async () => {
    const [caseys, noors] = [await deviceIds(casey), await deviceIds(noor)];
    expect(caseys).toHaveLength(1);
    expect(noors).toHaveLength(1);
    expect(caseys).not.toEqual(noors);
    await expectRows(casey, TABLE, [DEVICE]);
    await expectRows(noor, TABLE, [DEVICE]);
    const guess = 'query ($id: ID!) { device(id: $id) { name } }';
    const { data, errors } = await askFromPage(noor, guess, { id: caseys[0] });
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'NOT_FOUND']);
  });
});

async function createReadOnlyRole(page: Page): Promise<void> {
  await goTo(page, 'Roles');
  await page.getByRole('button', { name: 'Create role' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create a role' });
  await dialog.getByLabel('Name').fill('Read-Only');
  await dialog.getByRole('radio', { name: 'Group' }).check();
  await dialog.getByRole('button', { name: 'read', exact: true }).click();
  await dialog.getByRole('button', { name: 'Create role' }).click();
  await expectMessage(page, 'Read-Only is created.');
}

async function createSharedDashboards(page: Page): Promise<void> {
  await goTo(page, 'Entity groups');
  await page.getByRole('button', { name: 'Create group' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create a group' });
  await dialog.getByLabel('Name').fill('Shared Dashboards');
  await choose(dialog.getByRole('combobox', { name: 'Type' }), 'Dashboards');
  await dialog.getByRole('button', { name: 'Create group' }).click();
  await expectMessage(page, 'Shared Dashboards is created.');
}

/** Customer Administrator stands in the table already; answers with the page's address. */
async function publishPage(page: Page, host: string, dashboard: string): Promise<string> {
  await goTo(page, 'Self registration');
  await page.getByRole('button', { name: 'Create sign-up page' }).first().click();
  await createDomainInPlace(page, host);
  await expect(roleRow(page, 0)).toContainText('Customer Administrator');
  await pick(page.getByRole('combobox', { name: 'Dashboard', exact: false }).first(), dashboard);
  const warning = page.getByText("registrants can't read");
  await expect(warning).toBeVisible();
  await page.getByRole('button', { name: 'Add role' }).click();
  const row = roleRow(page, 1);
  await pick(row.getByRole('combobox', { name: 'Role' }), 'Read-Only');
  await choose(row.getByRole('combobox', { name: 'Group type' }), 'Dashboards');
  await pick(row.getByRole('combobox', { name: 'Group', exact: true }), 'Shared Dashboards');
  await expect(warning).toBeHidden();
  await page.getByText('Always fullscreen').click();
  await page.getByRole('button', { name: 'Create page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(host);
  return page.getByLabel('Address of the sign-up page').inputValue();
}

/** From the form to the dashboard that fills the window. */
async function arrive(
  page: Page,
  signUpUrl: string,
  person: Person,
  dashboard: string,
): Promise<Page> {
  await signUp(page, signUpUrl, person);
  const activation = await openActivationLink(page, person.email);
  await pressActivate(activation);
  const heading = activation.getByRole('heading', { level: 1, name: dashboard });
  await expect(heading).toBeVisible({ timeout: 20_000 });
  await expect(activation.getByRole('navigation', { name: 'Navigation' })).toBeHidden();
  return activation;
}

async function expectReadOnly(page: Page, title: string): Promise<void> {
  const own = page.url();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  for (const path of [`${new URL(own).pathname}/edit`, '/dashboards', '/devices', '/']) {
    await visit(page, path);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveURL(own);
  }
  const change = `mutation ($id: ID!, $input: UpdateDashboardInput!) {
    updateDashboard(id: $id, input: $input) { dashboard { id } }
  }`;
  const variables = { id: own.split('/').at(-1), input: { title: 'Mine' } };
  const { errors } = await askFromPage(page, change, variables);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
}

async function deviceIds(page: Page): Promise<string[]> {
  const { data } = await askFromPage(page, 'query { devices(first: 100) { nodes { id } } }');
  return (data as { devices: { nodes: { id: string }[] } }).devices.nodes.map(({ id }) => id);
}
