const things = ['READ', 'WRITE', 'READ_ATTRIBUTES', 'WRITE_ATTRIBUTES'] as const;

/** A role to try on a sign-up page: less than a customer administrator, more than a reader. */
export const demoRole = {
  name: 'Device Operator',
  description: 'Sees and changes devices and assets, but neither adds nor deletes any.',
  rights: {
    type: 'GENERIC',
    permissions: { DEVICE: things, ASSET: things, PROFILE: ['ALL'] },
    excludedPermissions: {},
  },
} as const;

/** What the demo shows: two tenants that see nothing of each other, and their customers likewise. */
export const demoData = {
  systemAdministrator: { email: 'root@gatehouse.example', firstName: 'Robin', lastName: 'Root' },
  tenants: [
    {
      name: 'Acme',
      host: 'acme.localhost',
      welcomeText: 'Welcome to Acme.\nCreate an account to connect your thermostats.',
      admin: { email: 'admin@acme.example', firstName: 'Alex', lastName: 'Adams' },
      customers: [
        {
          email: 'casey@household.example',
          firstName: 'Casey',
          lastName: 'Jones',
          devices: ['Thermostat', 'Door sensor'],
        },
        {
          email: 'noor@bakery.example',
          firstName: 'Noor',
          lastName: 'Haddad',
          devices: ['Thermostat', 'Oven'],
        },
      ],
    },
    {
      name: 'Globex',
      host: 'globex.localhost',
      welcomeText: 'Globex monitors your cold chain.',
      admin: { email: 'admin@globex.example', firstName: 'Grace', lastName: 'Olsen' },
      customers: [
        {
          email: 'mika@harbour.example',
          firstName: 'Mika',
          lastName: 'Virtanen',
          devices: ['Freezer 1', 'Freezer 2'],
        },
        {
          email: 'juno@pharmacy.example',
          firstName: 'Juno',
          lastName: 'Park',
          devices: ['Fridge'],
        },
      ],
    },
  ],
} as const;

export type DemoTenantData = (typeof demoData.tenants)[number];
