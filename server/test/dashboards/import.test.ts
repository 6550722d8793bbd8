import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import {
  create,
  faultsOf,
  importFile,
  made,
  refusalOf,
  tableWidget,
  textWidget,
  titlesOf,
  type Saved,
} from './dashboards-api.js';
import { exportWithAlias, newExport, oldExport } from './exports.js';

let app: TestApp;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
  ({ admin } = await makeTenant(app));
});

interface Plan {
  readonly title: string;
  readonly counts: Record<'total' | 'shown' | 'placeholders' | 'notImported', number>;
  readonly widgets: { title: string | null; becomes: string | null; notes: { code: string }[] }[];
}

const preview = async (file: string) => {
  const query = `mutation ($input: PreviewDashboardImportInput!) {
    previewDashboardImport(input: $input) {
      plan { title counts { total shown placeholders notImported }
        widgets { title originalType becomes notes { code subject message } } notes { code } }
      userErrors { field code message } } }`;
  const { previewDashboardImport } = await admin.data<{
    previewDashboardImport: { plan: Plan | null } & Pick<Saved, 'userErrors'>;
  }>(query, { input: { file } });
  return previewDashboardImport;
};

const exported = async (id: string): Promise<{ filename: string; content: string }> => {
  const query = 'query ($id: ID!) { exportDashboard(id: $id) { filename content } }';
  return (
    await admin.data<{ exportDashboard: { filename: string; content: string } }>(query, { id })
  ).exportDashboard;
};

describe('an export of ThingsBoard', () => {
  it('is told about beforehand, and nothing is written', async () => {
    const { plan, userErrors } = await preview(JSON.stringify(newExport));
    expect(userErrors).toEqual([]);
    expect(plan?.title).toBe('Greenhouse');
    expect(plan?.counts).toEqual({ total: 5, shown: 3, placeholders: 1, notImported: 1 });
    expect(plan?.widgets.map(({ becomes }) => becomes)).toEqual([
      ...['ENTITY_COUNTER', 'ENTITY_TABLE', 'TEXT', 'PLACEHOLDER', null],
    ]);
    expect(await titlesOf(admin, { search: 'Greenhouse' })).toEqual([]);
  });

  it.each([
    ['new', newExport, ['ENTITY_COUNTER', 'ENTITY_TABLE', 'TEXT', 'PLACEHOLDER']],
    ['old', oldExport, ['ENTITY_TABLE', 'PLACEHOLDER']],
  ])('of the %s shape becomes a dashboard', async (_, file, kinds) => {
    const saved = made(await importFile(admin, { file: JSON.stringify(file) }));
    expect(saved.title).toBe(file.title);
    expect(saved.widgets.map(({ kind }) => kind)).toEqual(kinds);
    expect(JSON.stringify(saved)).not.toMatch(/evil|cookie|onclick/);
  });

  it('takes another title, and goes into a group', async () => {
    const { createEntityGroup } = await admin.data<{
      createEntityGroup: { entityGroup: { id: string } };
    }>(
      `mutation { createEntityGroup(input: { name: "Imported", type: DASHBOARD }) {
         entityGroup { id } } }`,
    );
    const groupId = createEntityGroup.entityGroup.id;
    const file = JSON.stringify(oldExport);
    made(await importFile(admin, { file, title: 'My pumps', groupId }));
    expect(await titlesOf(admin, { groupId })).toEqual(['My pumps']);
    const lost = await importFile(admin, { file, title: 'Lost', groupId: newId() });
    expect(faultsOf(lost)).toEqual(['groupId NOT_FOUND']);
    expect(faultsOf(await importFile(admin, { file, title: 'x'.repeat(256) }))).toEqual([
      'title TOO_LONG',
    ]);
    expect(await titlesOf(admin, { search: 'Lost' })).toEqual([]);
  });

  it('names only what the importer may see', async () => {
    const { createDevice } = await admin.data<{ createDevice: { device: { id: string } } }>(
      'mutation { createDevice(input: { name: "Known" }) { device { id } } }',
    );
    const known = createDevice.device.id;
    const list = { type: 'entityList', entityType: 'DEVICE', entityList: [known, newId()] };
    const { plan } = await preview(exportWithAlias(list));
    expect(plan?.widgets[0]?.notes.map(({ code }) => code)).toContain('ITEMS_UNKNOWN');
    const saved = made(await importFile(admin, { file: exportWithAlias(list) }));
    expect(saved.widgets[0]?.table?.filter.ids).toEqual([known]);
  });

  const folder = process.env['TESTDATA_DIR'];
  it.runIf(folder)('of a real dashboard keeps the table with its buttons', async () => {
    const file = await readFile(join(folder ?? '', 'dashboards', 'thermostats.json'), 'utf8');
    const { plan } = await preview(file);
    expect(plan?.counts).toEqual({ total: 8, shown: 1, placeholders: 2, notImported: 5 });
    const saved = made(await importFile(admin, { file }));
    expect(saved.title).toBe('Thermostats');
    expect(saved.widgets[0]).toMatchObject({ column: 0, row: 0, width: 11, height: 11 });
    expect(saved.widgets[0]?.table).toMatchObject({
      filter: { entity: 'DEVICE', types: ['thermostat'] },
      actions: ['ADD', 'EDIT', 'DELETE'],
    });
  });
});

describe('an export of ours', () => {
  it('comes back as it was', async () => {
    const widgets = [
      tableWidget({ filter: { entity: 'ASSET', types: ['room'], nameStartsWith: 'R' } }),
      textWidget('<p>Read <a href="https://example.com">this</a>.</p>'),
      {
        ...tableWidget({}, { column: 12 }),
        ...{ table: null, chart: { kind: 'LINE', subject: 'REGISTRATIONS_OVER_TIME', days: 7 } },
      },
      { ...tableWidget(), table: null, counter: { filter: { entity: 'DEVICE' }, label: 'All' } },
      { ...tableWidget(), table: null, placeholder: { originalType: 'map', reason: 'None.' } },
    ];
    const input = { title: 'Räume & more!', description: 'All\nof it', widgets };
    const before = made(await create(admin, input));
    const { filename, content } = await exported(before.id);
    expect(filename).toBe('räume-more.json');
    const after = made(await importFile(admin, { file: content }));
    const withoutIds = ({ widgets: all }: typeof after) => all.map((one) => ({ ...one, id: '' }));
    expect(withoutIds(after)).toEqual(withoutIds(before));
    expect(after).toMatchObject({ title: before.title, description: before.description });
    expect((await exported(after.id)).content).toBe(content);
  });

  it('that was changed by hand is refused where it does not fit', async () => {
    const { id } = made(await create(admin, { title: 'Changed', widgets: [tableWidget()] }));
    const { content } = await exported(id);
    const wrong = await importFile(admin, { file: content.replace('"width": 12', '"width": 90') });
    expect(faultsOf(wrong)).toEqual(['file FILE_NOT_A_DASHBOARD']);
    expect(wrong.userErrors[0]?.message).toContain('widgets.0.width');
    const newer = await importFile(admin, {
      file: content.replace('"version": 1', '"version": 2'),
    });
    expect(faultsOf(newer)).toEqual(['file FILE_NOT_A_DASHBOARD']);
    const hostile = content.replace('"Devices"', '"<b onclick=x>"');
    expect(made(await importFile(admin, { file: hostile })).widgets[0]?.title).toBe(
      '<b onclick=x>',
    );
  });
});

describe('a file', () => {
  it.each([
    ['no JSON', 'not json', 'FILE_NOT_JSON'],
    ['no dashboard', '{"title": "x"}', 'FILE_NOT_A_DASHBOARD'],
    ['a list', '[]', 'FILE_NOT_A_DASHBOARD'],
    ['a hostile name', '{"configuration": {"__proto__": {"widgets": {}}}}', 'FILE_REFUSED'],
    ['great depth', '['.repeat(50_000), 'FILE_REFUSED'],
    ['a NUL', '{"title": "\\u0000", "configuration": {"widgets": []}}', 'FILE_REFUSED'],
  ])('of %s is refused at its field, in the preview, too', async (_, file, code) => {
    expect(faultsOf(await importFile(admin, { file }))).toEqual([`file ${code}`]);
    expect(faultsOf(await preview(file))).toEqual([`file ${code}`]);
  });

  /** A picture makes a file large; quotes and breaks make it larger on the way. */
  const padded = (bytes: number): string => {
    const file = JSON.stringify({ ...oldExport, image: '' }, null, 2);
    const line = '\n"""\\\\'.replaceAll('"', '\\"').replace('\n', '\\n');
    const filling = line.repeat(Math.floor((bytes - file.length) / line.length));
    return file.replace('"image": ""', `"image": "${filling}"`);
  };

  it('of 5 MB arrives, and a larger one is refused with words', async () => {
    const megabyte = 1024 * 1024;
    expect(made(await importFile(admin, { file: padded(5 * megabyte) })).title).toBe('Pumps');
    expect(faultsOf(await importFile(admin, { file: padded(5.2 * megabyte) }))).toEqual([
      'file FILE_TOO_LARGE',
    ]);
  });

  it('is all that a large request may carry, and only for who may import', async () => {
    const large = 'x'.repeat(300_000);
    const rename =
      'mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }';
    expect(await refusalOf(admin, rename, { name: large })).toBe('BAD_USER_INPUT');
    const importing = `mutation ($input: ImportDashboardInput!) {
      importDashboard(input: $input) { userErrors { code } } }`;
    const stranger = app.browser();
    const refused = await stranger.graphql(importing, { input: { file: large } });
    expect(refused.status).toBe(413);
    const hidden = `mutation ($input: ImportDashboardInput!, $name: String!) {
      importDashboard(input: $input) { userErrors { code } }
      createDevice(input: { name: $name }) { device { id } } }`;
    expect(await refusalOf(admin, hidden, { input: { file: '{}' }, name: large })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('is imported one at a time', async () => {
    const twice = `mutation ($input: ImportDashboardInput!) {
      a: importDashboard(input: $input) { userErrors { code } }
      b: importDashboard(input: $input) { userErrors { code } } }`;
    expect(await refusalOf(admin, twice, { input: { file: '{}' } })).toBe('BAD_USER_INPUT');
  });
});

describe('a file that is made to take long', () => {
  const many = <T>(count: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n));
  const table = (config: object) =>
    JSON.stringify({
      title: 'Slow',
      configuration: {
        widgets: [{ typeFullFqn: 'system.cards.entities_table', config }],
        entityAliases: {
          a: { alias: 'All', filter: { type: 'entityType', entityType: 'DEVICE' } },
        },
      },
    });
  const source = { type: 'entity', entityAliasId: 'a' };
  const cards = (count: number, cardHtml: string) =>
    JSON.stringify({
      title: 'Slow',
      configuration: {
        widgets: many(count, () => ({
          typeFullFqn: 'system.cards.html_card',
          config: { settings: { cardHtml } },
        })),
      },
    });

  it.each([
    [
      'columns',
      table({
        datasources: [
          { ...source, dataKeys: many(30_000, (n) => ({ type: 'attribute', name: `k${n}` })) },
        ],
      }),
    ],
    [
      'actions',
      table({
        datasources: [source],
        actions: { headerButton: many(30_000, (n) => ({ name: `a${n}`, type: 'custom' })) },
      }),
    ],
    ['sources', table({ datasources: many(80_000, () => ({ entityAliasId: 'none' })) })],
    ['open tags', cards(45, '<b>'.repeat(33_000))],
    ['attributes', cards(45, `<p ${'a=b '.repeat(24_000)}`)],
    ['markup characters', cards(45, '<'.repeat(99_000))],
  ])('with endless %s is through soon, and the answer is short', async (_, file) => {
    const start = performance.now();
    const { plan } = await preview(file);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(plan?.widgets.length).toBeGreaterThan(0);
    expect(JSON.stringify(plan).length).toBeLessThan(100_000);
  });

  it('with endless texts is refused when it is ours, too', async () => {
    const { id } = made(await create(admin, { title: 'Long', widgets: [textWidget('<p>x</p>')] }));
    const { widgets, ...own } = JSON.parse((await exported(id)).content) as { widgets: object[] };
    const text = { html: '<b>'.repeat(33_000) };
    const file = JSON.stringify({ ...own, widgets: many(45, () => ({ ...widgets[0], text })) });
    expect(faultsOf(await preview(file))).toEqual(['file FILE_NOT_A_DASHBOARD']);
  });

  it('with endless widgets is refused', async () => {
    const file = JSON.stringify({ configuration: { widgets: many(50_000, () => ({})) } });
    expect(faultsOf(await preview(file))).toEqual(['file FILE_REFUSED']);
  });
});
