/** The role of the guide's example: whoever holds it on a group sees what is in it. */
export const readOnlyRole = {
  name: 'Read-Only',
  description: 'Sees the group and what it holds.',
  rights: { type: 'GROUP', operations: ['READ', 'READ_ATTRIBUTES'] },
} as const;

export const sharedGroupName = 'Shared Dashboards';

const devices = { entity: 'DEVICE' } as const;

/** One page for everybody who registers: each sees their own devices on it. */
export const demoDashboard = {
  title: 'My devices',
  description: 'Everybody who registers sees their own devices here.',
  widgets: [
    {
      title: 'Welcome',
      ...{ column: 0, row: 0, width: 16, height: 4 },
      text: {
        html: '<p>Everything on this page is yours: nobody else who registers sees your devices. <strong>Add your first device</strong> with the button below.</p>',
      },
    },
    {
      title: 'Devices',
      ...{ column: 16, row: 0, width: 8, height: 4 },
      counter: { filter: devices, label: 'devices' },
    },
    {
      title: 'Devices',
      ...{ column: 0, row: 4, width: 16, height: 10 },
      table: {
        filter: devices,
        columns: [
          { source: 'NAME' },
          { source: 'TYPE' },
          { source: 'LABEL' },
          { source: 'CREATED_AT' },
        ],
        actions: ['ADD', 'EDIT', 'DELETE'],
      },
    },
    {
      title: 'By type',
      ...{ column: 16, row: 4, width: 8, height: 10 },
      chart: { kind: 'DONUT', subject: 'ITEMS_BY_TYPE', filter: devices },
    },
  ],
} as const;
