import { chooseAction, expectMessage, signIn, visit } from '../screens/console.js';
import { expect, test } from '../world/journey.js';
import type { LiveTenant } from '../world/tenant.js';

const title = 'Cellar';

const CREATE = `mutation ($input: CreateDashboardInput!) {
  createDashboard(input: $input) { dashboard { id } userErrors { field code message } }
}`;

const FIND = `query ($title: String!) {
  dashboards(filter: { search: $title }) { items { id } }
}`;

const CONTENT = 'query ($id: ID!) { exportDashboard(id: $id) { content } }';

async function makeDashboard({ api }: LiveTenant): Promise<void> {
  const filter = { entity: 'DEVICE', types: ['pump'] };
  const place = { column: 0, width: 12, height: 6 };
  const columns = [{ source: 'NAME' }, { source: 'ATTRIBUTE', attribute: 'model' }];
  const widgets = [
    { ...place, row: 0, title: 'Pumps', table: { filter, columns, actions: ['ADD', 'EDIT'] } },
    { ...place, row: 6, text: { html: '<p>Read <strong>this</strong></p>' } },
    { ...place, row: 12, counter: { filter, label: 'All pumps' } },
  ];
  await api.ask(CREATE, { input: { title, description: 'Downstairs', widgets } });
}

/** What each dashboard of the title says of itself. */
async function contentsOf({ api }: LiveTenant): Promise<string[]> {
  const found = await api.ask<{ dashboards: { items: { id: string }[] } }>(FIND, { title });
  const contents: string[] = [];
  for (const { id } of found.dashboards.items) {
    const answer = await api.ask<{ exportDashboard: { content: string } }>(CONTENT, { id });
    contents.push(answer.exportDashboard.content);
  }
  return contents;
}

test('a dashboard that was downloaded is the same when its file is imported', async ({
  demo,
  liveTenant,
  newBrowser,
}, info) => {
  await makeDashboard(liveTenant);
  const admin = await newBrowser();
  await signIn(admin, demo.consoleUrl, liveTenant.admin);
  await visit(admin, '/dashboards');
  const file = info.outputPath('cellar.json');

  await test.step('the file is downloaded from the list', async () => {
    const download = admin.waitForEvent('download');
    await chooseAction(admin, title, 'Export');
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('cellar.json');
    await saved.saveAs(file);
  });

  await test.step('it is imported again', async () => {
    await admin.getByRole('button', { name: 'Import' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Import a dashboard' });
    await dialog.getByLabel('File').setInputFiles(file);
    const plan = dialog.getByRole('list', { name: 'What becomes of its widgets' });
    await expect(plan.getByRole('listitem')).toHaveCount(3);
    await dialog.getByRole('button', { name: 'Import dashboard' }).click();
    await expectMessage(admin, `${title} is imported.`);
  });

  const [one, other, ...more] = await contentsOf(liveTenant);
  expect(other).toBe(one);
  expect(more).toEqual([]);
});
