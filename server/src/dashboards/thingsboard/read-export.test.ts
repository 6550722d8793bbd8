import { describe, expect, it } from 'vitest';
import { exportWithAlias, newExport, oldExport } from '../../../test/dashboards/exports.js';
import type { FilePlan } from '../import-plan.js';
import { readExport } from './read-export.js';

const planOf = (json: unknown): FilePlan => {
  const plan = readExport(json);
  if (!plan) throw new Error('This is no export.');
  return plan;
};

const widgetOf = (plan: FilePlan, title: string) => {
  const found = plan.widgets.find((one) => one.title === title);
  if (!found) throw new Error(`There is no ${title}: ${JSON.stringify(plan)}`);
  return {
    ...found,
    told: found.notes.map(({ code, subject }) => `${code} ${subject ?? ''}`.trim()),
  };
};

const filterOfAlias = (filter: object, former: object = {}) =>
  planOf(JSON.parse(exportWithAlias(filter, former))).widgets[0]?.widget?.table?.filter;

describe('an export of the new generation', () => {
  const plan = planOf(newExport);

  it('keeps title and description, and the first page from above', () => {
    expect(plan).toMatchObject({ title: 'Greenhouse', description: 'What grows where.' });
    expect(plan.widgets.map(({ title }) => title)).toEqual([
      ...['How many', 'Sensors of', 'About', 'Humidity', 'Details'],
    ]);
  });

  it('turns a table of entities into ours, columns, order and actions included', () => {
    const { widget, told } = widgetOf(plan, 'Sensors of');
    expect(widget?.table).toEqual({
      filter: { entity: 'DEVICE', types: ['sensor', 'meter'], nameStartsWith: 'S' },
      columns: [
        { source: 'NAME', title: 'Sensor' },
        { source: 'LABEL', title: null },
        { source: 'ATTRIBUTE', attribute: 'place', title: 'Place' },
        { source: 'CREATED_AT', title: 'Since' },
        { source: 'ATTRIBUTE', attribute: 'online', title: 'Online' },
      ],
      pageSize: 25,
      sort: { field: 'CREATED_AT', direction: 'DESC' },
      search: false,
      actions: ['ADD', 'EDIT', 'DELETE'],
    });
    expect(told).toEqual([
      'COLUMN_DROPPED Temperature',
      'SCRIPT_DROPPED Online',
      'ACTION_REPLACED Add sensor',
      'ACTION_DROPPED Help',
      'ACTION_REPLACED Edit',
      'ACTION_REPLACED Remove',
      'ACTION_DROPPED Chart',
      'ACTION_DROPPED Delete all',
      'ACTION_DROPPED Open',
    ]);
  });

  it('puts widgets where they stood, on 24 columns', () => {
    const table = { column: 8, row: 0, width: 16, height: 12 };
    expect(widgetOf(plan, 'Sensors of').widget).toMatchObject(table);
    expect(widgetOf(plan, 'Humidity').widget).toMatchObject({ column: 0, row: 12, width: 24 });
  });

  it('counts, and shows text without what could run', () => {
    expect(widgetOf(plan, 'How many').widget?.counter).toEqual({
      filter: { entity: 'ASSET', nameStartsWith: 'Bed' },
      label: 'assets',
    });
    const about = widgetOf(plan, 'About');
    expect(about.widget?.text?.html).toBe('<h2>Hi</h2><p>Water it.</p>');
    expect(about.told).toEqual(['MARKUP_REMOVED']);
  });

  it('says of the rest that it is not shown, or not imported', () => {
    const chart = widgetOf(plan, 'Humidity');
    expect(chart.widget?.placeholder?.originalType).toBe('system.time_series_chart');
    expect(chart.told).toEqual(['NOT_SHOWN']);
    expect(widgetOf(plan, 'Details')).toMatchObject({ widget: null, told: ['NOT_IMPORTED'] });
  });

  it('keeps nothing of any script', () => {
    expect(JSON.stringify(plan)).not.toMatch(/evil|cookie|customFunction|postFunc/);
  });
});

describe('an export of the old generation', () => {
  it('has its widgets in a list, with places and aliases of their own', () => {
    const plan = planOf(oldExport);
    const { widget, told } = widgetOf(plan, 'Pumps');
    expect(widget).toMatchObject({ column: 6, row: 2, width: 12, height: 5 });
    expect(widget?.table).toMatchObject({
      filter: { entity: 'DEVICE', nameStartsWith: 'P' },
      columns: [
        { source: 'NAME' },
        { source: 'TYPE' },
        { source: 'ATTRIBUTE', attribute: 'serial' },
      ],
      pageSize: 5,
      sort: null,
      search: true,
      actions: ['ADD'],
    });
    expect(told).toEqual(['SETTING_CHANGED', 'SETTING_CHANGED pressure', 'ACTION_REPLACED Create']);
    expect(widgetOf(plan, 'Pressure').widget?.placeholder?.originalType).toBe(
      'gauges.simple_gauge_justgage',
    );
  });
});

describe('an alias', () => {
  const id = '7b0a1c1e-0000-4000-8000-000000000001';
  it.each([
    ['entityType', { type: 'entityType', entityType: 'ASSET' }, { entity: 'ASSET' }],
    [
      'one device type',
      { type: 'deviceType', deviceType: 'pump' },
      { entity: 'DEVICE', types: ['pump'], nameStartsWith: null },
    ],
    [
      'asset types',
      { type: 'assetType', assetTypes: ['bed', 'row'], assetNameFilter: 'B' },
      { entity: 'ASSET', types: ['bed', 'row'], nameStartsWith: 'B' },
    ],
    [
      'a list',
      { type: 'entityList', entityType: 'DEVICE', entityList: [id] },
      { entity: 'DEVICE', ids: [id] },
    ],
    [
      'one entity',
      { type: 'singleEntity', singleEntity: { entityType: 'ASSET', id } },
      { entity: 'ASSET', ids: [id] },
    ],
    [
      'the entity of the state',
      { type: 'stateEntity' },
      { entity: 'DEVICE', followsSelection: true },
    ],
    [
      'a search along relations',
      { type: 'relationsQuery', filters: [{ entityTypes: ['ASSET'] }] },
      { entity: 'ASSET' },
    ],
    [
      'devices along relations',
      { type: 'deviceSearchQuery', deviceTypes: ['pump'] },
      { entity: 'DEVICE', types: ['pump'] },
    ],
  ])('of %s is a filter', (_, filter, expected) => {
    expect(filterOfAlias(filter)).toEqual(expected);
  });

  it.each([
    [
      'a name',
      { entityType: 'DEVICE', entityFilter: { useFilter: true, entityNameFilter: 'Th' } },
      { entity: 'DEVICE', nameStartsWith: 'Th' },
    ],
    [
      'a list',
      { entityType: 'ASSET', entityFilter: { useFilter: false, entityList: [id] } },
      { entity: 'ASSET', ids: [id] },
    ],
    ['a device', { deviceId: id }, { entity: 'DEVICE', ids: [id] }],
  ])('of former days by %s is one, too', (_, former, expected) => {
    expect(filterOfAlias({}, former)).toEqual(expected);
  });

  it.each([
    ['of what does not exist here', { type: 'entityType', entityType: 'EDGE' }],
    ['that nobody knows', { type: 'toString' }],
  ])('%s leaves a placeholder', (_, filter) => {
    const [planned] = planOf(JSON.parse(exportWithAlias(filter))).widgets;
    expect(planned?.widget?.placeholder).toBeDefined();
    expect(planned?.notes.map(({ code }) => code)).toEqual(['NOT_SHOWN']);
  });
});

describe('a widget', () => {
  const planned = (widget: object) =>
    planOf({ title: 'One', configuration: { widgets: { w: widget } } }).widgets[0];
  const card = (settings: object, type = 'markdown_card') =>
    planned({ typeFullFqn: `system.cards.${type}`, config: { title: 'Card', settings } });

  it('of Markdown is text, without values that are filled in', () => {
    const markdownTextPattern =
      '# Boiler ${name}\n\n- **hot**: ${temperature:1}\n- [manual](https://example.com/m)\n\n<p onclick="x()">Ask</p>';
    const found = card({ markdownTextPattern, useMarkdownTextFunction: false });
    expect(found?.widget?.text?.html).toBe(
      '<h1>Boiler </h1><ul><li><strong>hot</strong>: </li><li><a href="https://example.com/m" rel="noopener noreferrer" target="_blank">manual</a></li></ul><p>Ask</p>',
    );
    expect(found?.notes.map(({ code }) => code)).toEqual(['MARKUP_REMOVED']);
  });

  it('of a label is a line of text, whatever is in it', () => {
    expect(card({ label: 'a < b' }, 'label_card')?.widget?.text?.html).toBe('<p>a &lt; b</p>');
  });

  it.each([
    ['a script makes', card({ useMarkdownTextFunction: true, markdownTextFunction: 'return 1' })],
    ['nothing is in', card({ markdownTextPattern: '<script>1</script>' })],
    ['is of a type of somebody’s own', planned({ typeFullFqn: 'tenant.cards.entities_table' })],
  ])('that %s is a placeholder', (_, found) => {
    expect(found?.widget?.placeholder).toBeDefined();
  });

  it('of administration shows all devices where it names none, with its buttons', () => {
    const found = planned({
      ...{ bundleAlias: 'entity_admin_widgets', typeAlias: 'device_admin_table2' },
      config: {
        title: 'Device admin',
        settings: { entitiesTitle: 'Devices' },
        actions: {
          headerButton: [{ name: 'Add device', icon: 'add', type: 'customPretty' }],
          actionCellButton: [
            { name: 'Edit device', icon: 'edit', type: 'customPretty' },
            { name: 'Device credentials', icon: 'security', type: 'customPretty' },
            { name: 'Delete device', icon: '', type: 'custom' },
          ],
        },
      },
    });
    expect(found?.title).toBe('Devices');
    expect(found?.widget?.table).toMatchObject({
      filter: { entity: 'DEVICE' },
      actions: ['ADD', 'EDIT', 'DELETE'],
    });
  });
});

describe('what is no export', () => {
  it.each([
    ['a number', 5],
    ['a list', [newExport]],
    ['a widget type', { descriptor: { type: 'latest' }, name: 'Card' }],
    ['no widgets', { title: 'x', configuration: {} }],
    ['widgets of another shape', { title: 'x', configuration: { widgets: 'many' } }],
  ])('such as %s is not taken for one', (_, json) => {
    expect(readExport(json)).toBeNull();
  });

  it('has parts of any shape without harm', () => {
    const odd = [
      null,
      7,
      'x',
      [],
      { config: 5 },
      { config: { datasources: { a: 1 }, actions: [] } },
    ];
    const widgets = Object.fromEntries(odd.map((value, n) => [`w${n}`, value]));
    const states = {
      default: { root: true, layouts: { main: { widgets: { w1: 'wide', gone: {} } } } },
    };
    const plan = planOf({ configuration: { widgets, states, entityAliases: [1] } });
    expect(plan.widgets).toHaveLength(odd.length);
    expect(plan.title).toBe('Imported dashboard');
  });
});
