import { expectMessage, signIn, visit } from '../screens/console.js';
import { expect, test } from '../world/journey.js';

const CREATE = `mutation ($input: CreateDashboardInput!) {
  createDashboard(input: $input) { dashboard { id } userErrors { field code message } }
}`;

const RENAME = `mutation ($id: ID!) {
  updateDashboard(id: $id, input: { title: "Theirs" }) { userErrors { field code message } }
}`;

const PLACES =
  'query ($id: ID!) { dashboard(id: $id) { title widgets { column row width height } } }';

test('widgets are moved and resized by keys, and nothing of another administrator is lost', async ({
  demo,
  liveTenant,
  newBrowser,
}) => {
  const { api } = liveTenant;
  const counter = { filter: { entity: 'DEVICE' }, label: 'Pumps' };
  const widgets = [{ column: 0, row: 0, width: 6, height: 4, title: 'Pumps', counter }];
  const { createDashboard } = await api.ask<{ createDashboard: { dashboard: { id: string } } }>(
    CREATE,
    { input: { title: 'Cellar', widgets } },
  );
  const { id } = createDashboard.dashboard;
  const admin = await newBrowser({ viewport: { width: 1400, height: 900 } });
  await signIn(admin, demo.consoleUrl, liveTenant.admin);
  await visit(admin, `/dashboards/${id}/edit`);

  await test.step('arrow keys move, with Shift they resize, and it is said', async () => {
    const handle = admin.getByRole('button', { name: 'Move Pumps', exact: true });
    await handle.press('ArrowRight');
    await handle.press('Shift+ArrowDown');
    await expect(admin.getByText('Column 2, row 1, 6 wide, 5 high')).toBeAttached();
  });

  await test.step('a save over somebody else’s asks first', async () => {
    await api.ask(RENAME, { id });
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.getByText('Somebody else saved this dashboard')).toBeVisible();
    await admin.getByRole('button', { name: 'Keep mine' }).click();
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await expectMessage(admin, 'Cellar is saved.');
  });

  expect(await api.ask(PLACES, { id })).toEqual({
    dashboard: { title: 'Cellar', widgets: [{ column: 1, row: 0, width: 6, height: 5 }] },
  });
});
