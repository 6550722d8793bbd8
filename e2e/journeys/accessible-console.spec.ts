import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { signIn, visit } from '../screens/console.js';
import { expectAccessible } from '../world/accessibility.js';
import { askFromPage } from '../world/api.js';
import { expect, test } from '../world/journey.js';

const CONSOLE_WIDTH = 360;

// Its pictures would take longer than the checks.
test.use({ trace: 'off' });

test('pages of the console without signing in', async ({ demo, newBrowser }) => {
  const page = await newBrowser();
  for (const path of SIGNED_OUT) {
    await page.goto(demo.consoleUrl + path);
    await expectAccessibleConsole(page);
  }
});

/** Pages of a tenant administrator; `*` stands for the id of the first there is. */
const AREAS = {
  'sign-up': [
    '/',
    '/security/self-registrations',
    '/security/self-registrations/new',
    '/security/self-registrations/*',
  ],
  security: [
    '/security/registrations',
    '/security/domains',
    '/security/consents',
    '/security/audit-log',
  ],
  access: [
    '/security/roles',
    '/security/roles/*',
    '/entity-groups',
    '/entity-groups/*',
    '/users',
    '/users/*',
  ],
  dashboards: ['/dashboards', '/dashboards/*', '/dashboards/*/edit'],
  notifications: ['/notifications/inbox', '/notifications/recipients', '/notifications/deliveries'],
  inventory: [
    '/customers',
    '/customers/*',
    '/devices',
    '/devices/*',
    '/assets',
    '/profile',
    '/nowhere',
  ],
  settings: [
    '/settings/mail-server',
    '/settings/mail-templates',
    '/settings/mail-templates/activation',
    '/settings/messages',
    '/settings/branding',
    '/settings/api-keys',
  ],
};

const SIGNED_OUT = [
  ...['/sign-in', '/forgot-password', '/invitation#a-secret', '/reset-password'],
  '/confirm-address#a-secret',
];
const OF_THE_SYSTEM = ['/', '/tenants', '/tenants/*', '/users'];

/** Checked where a journey comes to them, or nothing but a step on the way. */
const ELSEWHERE = ['/consent', '/setup', '/settings/mail-server/connected'];

test('no page of the console is left out', () => {
  const source = join(import.meta.dirname, '../../client/src');
  const routes = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('routes.ts'))
    .flatMap((name) => [
      ...readFileSync(join(source, name), 'utf8').matchAll(/^\s+path: '\/?([^']+)'/gm),
    ])
    .map(([, path = '']) => `/${path.replace(/\/:\w+\?$/, '').replace(/:\w+/g, '*')}`);
  const visited = [...Object.values(AREAS).flat(), ...SIGNED_OUT, ...OF_THE_SYSTEM, ...ELSEWHERE]
    .map((path) => path.replace(/#.*/, ''))
    .map((path) => path.replace(/(mail-templates\/)\w+/, '$1*'));
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => !visited.includes(route))).toEqual([]);
});

for (const [area, paths] of Object.entries(AREAS)) {
  test(`pages of a tenant administrator: ${area}`, async ({ demo, newBrowser }) => {
    const page = await newBrowser();
    await signIn(page, demo.consoleUrl, demo.tenants[0]!.admin);
    const ids = await firstIds(page);
    for (const path of paths) {
      const list = /([\w-]+)\/\*/.exec(path)?.[1] ?? '';
      await visit(page, path.replace('*', ids[list] ?? ''));
      await expectAccessibleConsole(page);
    }
  });
}

test('pages of a system administrator', async ({ demo, newBrowser }) => {
  const page = await newBrowser();
  await signIn(page, demo.consoleUrl, demo.systemAdministrator);
  const { data } = await askFromPage(page, 'query { tenants(limit: 1) { items { id } } }');
  const { tenants } = data as { tenants: { items: { id: string }[] } };
  for (const path of OF_THE_SYSTEM) {
    await visit(page, path.replace('*', tenants.items[0]!.id));
    await expectAccessibleConsole(page);
  }
});

test('pages of a customer', async ({ demo, newBrowser }) => {
  const [acme] = demo.tenants;
  const page = await newBrowser();
  await signIn(page, acme!.url, acme!.customers[0]!);
  for (const path of ['/', '/devices', '/assets', '/users', '/profile']) {
    await visit(page, path);
    await expectAccessibleConsole(page);
  }
});

/** Checks the page, or the dialog over it, once nothing of it is loading any more. */
async function expectAccessibleConsole(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading.or(page.getByRole('dialog')).first()).toBeVisible();
  await expect(page.locator('.bone')).toHaveCount(0);
  await expectAccessible(page, CONSOLE_WIDTH);
}

/** Ids of the first of each, by the path of their list. */
async function firstIds(page: Page): Promise<Record<string, string>> {
  const query = `query {
    selfRegistrations(limit: 1) { items { id } } roles(limit: 1) { items { id } }
    entityGroups(limit: 1) { items { id } } dashboards(limit: 1) { items { id } } customers(first: 1) { edges { node { id } } }
    users(first: 1) { edges { node { id } } } devices(first: 1) { edges { node { id } } }
  }`;
  const { data } = await askFromPage(page, query);
  return Object.fromEntries(
    Object.entries(data as Record<string, FirstOfList>).map(([name, { items, edges }]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      items?.[0]?.id ?? edges?.[0]?.node.id ?? '',
    ]),
  );
}

interface FirstOfList {
  readonly items?: readonly { readonly id: string }[];
  readonly edges?: readonly { readonly node: { readonly id: string } }[];
}
