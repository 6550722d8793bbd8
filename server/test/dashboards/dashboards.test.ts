import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { hostileHtml } from '../legal/hostile-html.js';
import {
  create,
  faultsOf,
  find,
  importFile,
  made,
  refusalOf,
  remove,
  tableWidget,
  textWidget,
  titlesOf,
  update,
} from './dashboards-api.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
  ({ admin } = tenant);
});

const chart = (input: object) => ({ column: 0, row: 0, width: 6, height: 4, chart: input });

describe('a dashboard', () => {
  it('is saved with every kind of widget, and read again', async () => {
    const widgets = [
      tableWidget({ pageSize: 25, sort: { field: 'TYPE', direction: 'DESC' }, search: false }),
      { ...tableWidget(), table: null, counter: { filter: { entity: 'ASSET' }, label: 'Rooms' } },
      textWidget('<p>Hello</p>'),
      chart({ kind: 'DONUT', subject: 'ITEMS_BY_TYPE', filter: { entity: 'DEVICE' } }),
      chart({ kind: 'LINE', subject: 'REGISTRATIONS_OVER_TIME', days: 14 }),
      { ...textWidget(''), text: null, placeholder: { originalType: 'map', reason: 'No maps.' } },
    ];
    const saved = made(await create(admin, { title: ' Home ', description: 'Ours.', widgets }));
    expect(saved).toMatchObject({ title: 'Home', description: 'Ours.', revision: 1 });
    expect(saved.widgets.map(({ kind }) => kind)).toEqual([
      ...['ENTITY_TABLE', 'ENTITY_COUNTER', 'TEXT', 'CHART', 'CHART', 'PLACEHOLDER'],
    ]);
    expect(saved.widgets[0]?.table).toMatchObject({
      filter: { entity: 'DEVICE', types: [], nameStartsWith: null, ids: [] },
      columns: [{ source: 'NAME' }, { source: 'ATTRIBUTE', attribute: 'serial' }],
      pageSize: 25,
      sort: { field: 'TYPE', direction: 'DESC' },
      search: false,
    });
    expect(await find(admin, saved.id)).toEqual(saved);
  });

  it('keeps what a change leaves out, and the ids of its widgets', async () => {
    const widgets = [tableWidget(), textWidget('<p>One</p>')];
    const before = made(await create(admin, { title: 'Kept', widgets }));
    const renamed = made(await update(admin, before.id, { title: 'Renamed' }));
    expect(renamed).toEqual({ ...before, title: 'Renamed', revision: 2 });
    const [first, second] = before.widgets;
    const moved = [
      { ...textWidget('<p>Two</p>'), id: second?.id },
      tableWidget({}, { id: first?.id }),
    ];
    const after = made(await update(admin, before.id, { widgets: moved }));
    expect(after.widgets.map(({ id }) => id)).toEqual([second?.id, first?.id]);
  });

  it('is not overwritten by who has not seen the last save', async () => {
    const { id } = made(await create(admin, { title: 'Contended' }));
    made(await update(admin, id, { title: 'First', revision: 1 }));
    expect(faultsOf(await update(admin, id, { title: 'Second', revision: 1 }))).toEqual([
      'revision REVISION_OUTDATED',
    ]);
    expect((await find(admin, id)).title).toBe('First');
  });

  it('has no widget on top of another one: what is in the way moves down, in files as well', async () => {
    const under = { ...textWidget('under'), row: 3, height: 4 };
    const widgets = [under, { ...textWidget('top'), row: 0, height: 6 }];
    const saved = made(await create(admin, { title: 'Full', widgets }));
    expect(saved.widgets).toMatchObject([{ row: 6 }, { row: 0 }]);
    const file = JSON.stringify({ gatehouse: 'dashboard', version: 1, title: 'Full', widgets });
    const imported = made(await importFile(admin, { file }));
    expect(imported.widgets).toMatchObject([{ row: 6 }, { row: 0 }]);
  });

  it('tells all faults at once, each at its field', async () => {
    const widgets = [
      tableWidget({ columns: [], pageSize: 4, filter: { entity: 'DEVICE', types: [''] } }),
      tableWidget({ columns: [{ source: 'ATTRIBUTE', attribute: '__proto__' }] }, { column: 20 }),
      { ...tableWidget(), text: { html: 'x' } },
      chart({ kind: 'BARS', subject: 'ITEMS_BY_ATTRIBUTE' }),
      { ...textWidget('a\0b'), id: 'same', row: 10_000 },
      { ...textWidget('b'), id: 'same' },
      { ...textWidget('c'), id: 'a/b' },
    ];
    expect(faultsOf(await create(admin, { title: '', widgets })).sort()).toEqual([
      'title REQUIRED',
      'widgets.0.table.columns REQUIRED',
      'widgets.0.table.filter.types.0 REQUIRED',
      'widgets.0.table.pageSize OUT_OF_RANGE',
      'widgets.1.table.columns.0.attribute INVALID_TEXT',
      'widgets.1.width OUT_OF_RANGE',
      'widgets.2.table NOT_ONE_PART',
      'widgets.3.chart.attribute REQUIRED',
      'widgets.3.chart.filter REQUIRED',
      'widgets.4.row OUT_OF_RANGE',
      'widgets.4.text.html INVALID_TEXT',
      'widgets.5.id DUPLICATE',
      'widgets.6.id INVALID_TEXT',
    ]);
    const many = Array.from({ length: 101 }, () => textWidget('x'));
    expect(faultsOf(await create(admin, { title: 'Many', widgets: many }))).toEqual([
      'widgets TOO_MANY',
    ]);
    expect(await titlesOf(admin, { search: 'Many' })).toEqual([]);
  });

  it('names only devices that the saver may see; what was there before may be gone', async () => {
    const { createDevice } = await admin.data<{ createDevice: { device: { id: string } } }>(
      'mutation { createDevice(input: { name: "Named" }) { device { id } } }',
    );
    const { id } = createDevice.device;
    const naming = (...ids: string[]) => [tableWidget({ filter: { entity: 'DEVICE', ids } })];
    const unknown = newId();
    expect(faultsOf(await create(admin, { title: 'Named', widgets: naming(id, unknown) }))).toEqual(
      ['widgets.0.table.filter.ids.1 NOT_FOUND'],
    );
    const saved = made(await create(admin, { title: 'Named', widgets: naming(id) }));
    await admin.data('mutation ($id: ID!) { deleteDevice(id: $id) { deletedId } }', { id });
    const again = made(await update(admin, saved.id, { widgets: naming(id) }));
    expect(again.widgets[0]?.table?.filter.ids).toEqual([id]);
  });

  it('stores text without anything that runs', async () => {
    const widgets = hostileHtml
      .filter((html) => !html.includes('\0'))
      .slice(0, 100)
      .map((html) => textWidget(html));
    const saved = made(await create(admin, { title: '<script>alert(1)</script>', widgets }));
    const html = saved.widgets.map(({ text }) => text?.html).join('');
    expect(html).not.toMatch(/<(?!\/?(p|br|h\d|hr|blockquote|strong|em|u|s|su[bp]|[uo]l|li|a)\b)/i);
    expect(html).not.toMatch(/<[^>]*\s(on\w+|style|src)\s*=|javascript:|data:/i);
  });

  it('is listed by search, group and order', async () => {
    const group = await admin.data<{ createEntityGroup: { entityGroup: { id: string } } }>(
      `mutation ($ids: [ID!]!) { createEntityGroup(input: {
         name: "Listed", type: DASHBOARD, memberIds: $ids }) { entityGroup { id } } }`,
      {
        ids: [
          made(await create(admin, { title: 'Listed B' })).id,
          made(await create(admin, { title: 'Listed A', description: 'seldom' })).id,
        ],
      },
    );
    const groupId = group.createEntityGroup.entityGroup.id;
    expect(await titlesOf(admin, { groupId })).toEqual(['Listed A', 'Listed B']);
    const newest = { field: 'CREATED_AT', direction: 'DESC' };
    expect(await titlesOf(admin, { search: 'listed' }, newest)).toEqual(['Listed A', 'Listed B']);
    expect(await titlesOf(admin, { search: 'SELDOM' })).toEqual(['Listed A']);
    expect(await titlesOf(admin, { groupId: newId() })).toEqual([]);
  });

  it('is gone after it was deleted, and every act is in the audit log', async () => {
    const { id } = made(await create(admin, { title: 'Short-lived', widgets: [tableWidget()] }));
    await update(admin, id, { title: 'Ended' });
    expect((await remove(admin, id)).deletedId).toBe(id);
    const query = 'query ($id: ID!) { dashboard(id: $id) { id } }';
    expect(await refusalOf(admin, query, { id })).toBe('NOT_FOUND');
    const { auditLog } = await admin.data<{ auditLog: { nodes: { action: string }[] } }>(
      `query ($filter: AuditLogFilter) { auditLog(filter: $filter) { nodes { action } } }`,
      { filter: { entityId: id } },
    );
    expect(auditLog.nodes.map(({ action }) => action)).toEqual([
      ...['dashboard.deleted', 'dashboard.updated', 'dashboard.created'],
    ]);
  });
});
