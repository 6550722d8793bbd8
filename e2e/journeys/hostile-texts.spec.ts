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

async function prepare(tenant: LiveTenant) {
  const { api, selfRegistrationId } = tenant;
  const html = `<h2>The policy</h2>${richText}`;
  await offerPolicy(tenant, { name: vectors[0] ?? '', html });
  const fields = piecesOf(250).slice(0, 28);
  await api.ask(
    `mutation ($id: ID!, $input: UpdateSelfRegistrationInput!) {
       updateSelfRegistration(id: $id, input: $input) { userErrors { field code message } }
     }`,
    {
      id: selfRegistrationId,
      input: {
        welcomeTexts: [{ locale: 'en', text: piecesOf(200)[0] }],
        signUpFields: [
          { key: 'email' },
          { key: 'password' },
          ...fields.map((text, index) => ({
            key: `field-${index}`,
            kind: 'TEXT',
            labels: [{ locale: 'en', text }],
          })),
        ],
      },
    },
  );
  const { createDashboard } = await api.ask<{ createDashboard: { dashboard: { id: string } } }>(
    `mutation ($input: CreateDashboardInput!) {
       createDashboard(input: $input) { dashboard { id } userErrors { field code message } }
     }`,
    {
      input: {
        title: piecesOf(200)[1],
        widgets: [
          {
            title: piecesOf(200)[2],
            column: 0,
            row: 0,
            width: 12,
            height: 6,
            text: { html: richText },
          },
        ],
      },
    },
  );
  for (const name of piecesOf(250)) {
    await api.ask(
      `mutation ($input: CreateDeviceInput!) {
         createDevice(input: $input) { userErrors { field code message } }
       }`,
      { input: { name, label: name } },
    );
  }
  return { dashboardId: createDashboard.dashboard.id };
}

test(`none of ${vectors.length} hostile texts runs anything`, async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const { dashboardId } = await prepare(liveTenant);

  await test.step('on the sign-up page and the lasting page', async () => {
    const page = await newBrowser();
    const heard = await listen(page);
    await page.goto(liveTenant.signUpUrl);
    await expect(page.getByText('<script>ran()</script>').first()).toBeVisible();
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

  await test.step('in the console: names, the editor with its preview, a dashboard', async () => {
    const admin = await newBrowser({ viewport: { width: 1400, height: 900 } });
    const heard = await listen(admin);
    await signIn(admin, demo.consoleUrl, liveTenant.admin);
    await visit(admin, '/devices');
    await expect(admin.getByText('<img src=x onerror=ran()>').first()).toBeVisible();
    await expectNothingAlive(admin);
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
