import type { RoleContent } from './role.js';

/** What every tenant starts with. They can be copied, never changed. */
export const defaultRoles = {
  'Tenant Administrator': {
    name: 'Tenant Administrator',
    description: 'Everything in the tenant.',
    rights: { type: 'GENERIC', permissions: { ALL: ['ALL'] }, excludedPermissions: {} },
  },
  'Tenant User': {
    name: 'Tenant User',
    description: 'Sees everything in the tenant and keeps the own profile.',
    rights: {
      type: 'GENERIC',
      permissions: { PROFILE: ['ALL'], ALL: ['READ', 'READ_ATTRIBUTES'] },
      excludedPermissions: {},
    },
  },
  'Customer Administrator': {
    name: 'Customer Administrator',
    description: 'Everything of the own customer and its sub-customers.',
    rights: { type: 'GENERIC', permissions: { ALL: ['ALL'] }, excludedPermissions: {} },
  },
  'Customer User': {
    name: 'Customer User',
    description: 'Sees everything of the own customer and keeps the own profile.',
    rights: {
      type: 'GENERIC',
      permissions: { PROFILE: ['ALL'], ALL: ['READ', 'READ_ATTRIBUTES'] },
      excludedPermissions: {},
    },
  },
  'Entity Group Administrator': {
    name: 'Entity Group Administrator',
    description: 'Everything that a role on a group can give.',
    rights: { type: 'GROUP', operations: ['ALL'] },
  },
  'Entity Group Read-only User': {
    name: 'Entity Group Read-only User',
    description: 'Sees the group and what it holds.',
    rights: { type: 'GROUP', operations: ['READ', 'READ_ATTRIBUTES'] },
  },
} as const satisfies Record<string, RoleContent>;

export type DefaultRoleName = keyof typeof defaultRoles;
