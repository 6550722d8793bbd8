import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { signIn, visit } from '../screens/console.js';
import { expect, test } from '../world/journey.js';
import { offerPolicy } from '../world/privacy-policy.js';
import type { LiveTenant } from '../world/tenant.js';

const vectors = readFileSync(
  new URL('../../server/test/content/script-vectors.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '');

/** The vectors in pieces of at most so many characters, as one line may have them. */
function piecesOf(size: number): string[] {
  const pieces: string[] = [''];
  for (const vector of vectors.map((line) => line.replaceAll('\t', ' '))) {
    if (`${pieces.at(-1)}${vector}`.length > size) pieces.push('');
    pieces.push(`${pieces.pop()}${vector}`);
  }
  return pieces.map((piece) => piece.slice(0, size));
}

const richText = vectors.map((vector) => `<p>${vector}</p>`).join('');

/** What no text may bring about, in every frame of a browser. */
async function listen(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.context().exposeBinding('ran', ({ page: where }) => void heard.push(where.url()));
  await page.context().exposeBinding('violated', (_source, what: string) => void heard.push(what));
  await page.context().addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      (globalThis as unknown as { violated(what: string): void }).violated(
        `${violatedDirective} ${blockedURI}`,
      ),
    );
  });
  return heard;
}

const expectNothingAlive = async (page: Page): Promise<void> => {
  const alive = 'script:not([src],[type="application/json"]), [onerror], [onload], [onclick]';
  await expect(page.locator(`body :is(${alive})`)).toHaveCount(0);
};

/** Everything of the tenant that has a name, a title, a label or a description: all vectors in each. */
const MAKE_ALL = `mutation (
  $device: CreateDeviceInput!, $asset: CreateAssetInput!, $group: CreateEntityGroupInput!,
  $role: CreateRoleInput!, $dashboard: CreateDashboardInput!
) {
  createDevice(input: $device) { userErrors { field code message } }
  createAsset(input: $asset) { userErrors { field code message } }
  createEntityGroup(input: $group) { userErrors { field code message } }
  createRole(input: $role) { userErrors { field code message } }
  createDashboard(input: $dashboard) { userErrors { field code message } }
}`;

const CHANGE_PAGE = `mutation ($id: ID!, $input: UpdateSelfRegistrationInput!) {
  updateSelfRegistration(id: $id, input: $input) { userErrors { field code message } }
}`;

const english = (text: string) => [{ locale: 'en', text }];

/** As many fields as a page may have; the rest of the vectors are choices of one of them. */
function fieldsOf(labels: readonly string[]): object[] {
  const [choice = '', ...others] = labels;
  const [texts, rest] = [others.slice(0, 27), others.slice(27)];
  const options = [choice, ...rest].map((text, index) => ({
    value: `value-${index}`,
    labels: english(text),
  }));
  return [
    ...[{ key: 'email' }, { key: 'password' }],
    ...texts.map((text, index) => ({ key: `field-${index}`, kind: 'TEXT', labels: english(text) })),
    { key: 'choice', kind: 'CHOICE', labels: english(choice), options },
  ];
}

async function prepare(tenant: LiveTenant) {
  const { api, selfRegistrationId: id } = tenant;
  const html = `<h2>The policy</h2>${richText}`;
  await offerPolicy(tenant, { name: vectors[0] ?? '', html });
  const lines = piecesOf(250);
  await api.ask(CHANGE_PAGE, { id, input: { signUpFields: fieldsOf(lines) } });
  const place = { column: 0, width: 12, height: 4 };
  const { createDashboard } = await api.ask<{ createDashboard: { dashboard: { id: string } } }>(
    `mutation ($input: CreateDashboardInput!) {
       createDashboard(input: $input) { dashboard { id } userErrors { field code message } }
     }`,
    {
      input: {
        title: lines[1],
        widgets: [
          { ...place, title: lines[2], row: 0, text: { html: richText } },
          ...lines.map((label, index) => ({
            ...{ ...place, title: label, row: 4 + 4 * index },
            counter: { label, filter: { entity: 'DEVICE' } },
          })),
        ],
      },
    },
  );
  const permissions = [{ resource: 'DEVICE', operations: ['READ'] }];
  for (const name of lines) {
    await api.ask(MAKE_ALL, {
      device: { name, label: name, type: name },
      asset: { name, label: name, type: name },
      group: { name, type: 'DEVICE' },
      role: { name, description: name, type: 'GENERIC', permissions },
      dashboard: { title: name, description: name },
    });
  }
  return { dashboardId: createDashboard.dashboard.id };
}

/** Goes through a list to its end. */
async function readToTheEnd(page: Page, path: string, shown: string): Promise<void> {
  await visit(page, path);
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await expect(page.getByText(shown).first()).toBeVisible();
  await expectNothingAlive(page);
  while (await next.isEnabled()) {
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
    // Until the next rows are there, the button is still that of the rows before.
    await page.waitForLoadState('networkidle');
    await expectNothingAlive(page);
  }
}

test(`none of ${vectors.length} hostile texts runs anything`, async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  // Every text is shown once in every place.
  test.slow();
  const { dashboardId } = await prepare(liveTenant);

  await test.step('on the sign-up page and the lasting page', async () => {
    const page = await newBrowser();
    const heard = await listen(page);
    await page.goto(liveTenant.signUpUrl);
    await expect(page.getByText('<script>ran()</script>').first()).toBeVisible();
    await expectNothingAlive(page);
    await page.getByRole('button', { name: /^Read/ }).click();
    await expect(
      page.getByRole('dialog').getByRole('heading', { name: 'The policy' }),
    ).toBeVisible();
    await expectNothingAlive(page);
    await page.goto(`${liveTenant.url}/legal/privacy`);
    await expect(page.getByRole('heading', { name: 'The policy' })).toBeVisible();
    await expectNothingAlive(page);
    expect(heard).toEqual([]);
  });

  await test.step('as the welcome of the sign-up page', async () => {
    const page = await newBrowser();
    const heard = await listen(page);
    const { api, selfRegistrationId: id } = liveTenant;
    for (const text of piecesOf(200)) {
      await api.ask(CHANGE_PAGE, { id, input: { welcomeTexts: english(text) } });
      // The server hears a moment later that the page it keeps is another one.
      await expect(async () => {
        await page.goto(liveTenant.signUpUrl);
        await expect(page.getByText(text, { exact: true })).toBeVisible({ timeout: 2_000 });
      }).toPass();
      await expectNothingAlive(page);
    }
    expect(heard).toEqual([]);
  });

  await test.step('in the console: names, the editor with its preview, a dashboard', async () => {
    const admin = await newBrowser({ viewport: { width: 1400, height: 900 } });
    const heard = await listen(admin);
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    for (const path of [
      '/devices',
      '/assets',
      '/dashboards',
      '/entity-groups',
      '/security/roles',
    ]) {
      await readToTheEnd(admin, path, 'ran()');
    }
    await visit(admin, `/security/self-registrations/${liveTenant.selfRegistrationId}`);
    const preview = admin.frameLocator('iframe[title="Preview of the sign-up page"]');
    await expect(preview.getByText('<script>ran()</script>').first()).toBeVisible();
    await preview.getByRole('button', { name: /^Read/ }).click();
    await expect(preview.getByRole('heading', { name: 'The policy' })).toBeVisible();
    await expectNothingAlive(admin);
    await visit(admin, `/dashboards/${dashboardId}`);
    await expect(admin.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expectNothingAlive(admin);
    await visit(admin, '/security/audit-log');
    await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
    expect(heard).toEqual([]);
  });
});
