import type { Operation, Resource } from '../generated/graphql';

const ENTITY: Operation[] = [
  'READ',
  'WRITE',
  'CREATE',
  'DELETE',
  'READ_ATTRIBUTES',
  'WRITE_ATTRIBUTES',
  'CHANGE_OWNER',
];
const GROUP: Operation[] = [
  'READ',
  'WRITE',
  'CREATE',
  'DELETE',
  'READ_ATTRIBUTES',
  'WRITE_ATTRIBUTES',
  'ADD_TO_GROUP',
  'REMOVE_FROM_GROUP',
  'SHARE_GROUP',
];
const CONFIGURATION: Operation[] = ['READ', 'WRITE', 'CREATE', 'DELETE'];

/** The operations that exist for each resource, in the order of the matrix; the API refuses others. */
export const ALLOWED_OPERATIONS: Record<Exclude<Resource, 'ALL'>, readonly Operation[]> = {
  DEVICE: ENTITY,
  ASSET: ENTITY,
  DASHBOARD: ENTITY,
  CUSTOMER: ENTITY,
  USER: [...ENTITY, 'IMPERSONATE'],
  ROLE: ENTITY,
  DEVICE_GROUP: GROUP,
  ASSET_GROUP: GROUP,
  DASHBOARD_GROUP: GROUP,
  CUSTOMER_GROUP: GROUP,
  USER_GROUP: GROUP,
  GROUP_PERMISSION: CONFIGURATION,
  SELF_REGISTRATION: CONFIGURATION,
  REGISTRATION: CONFIGURATION,
  INVITE_CODE: CONFIGURATION,
  LEGAL_DOCUMENT: CONFIGURATION,
  CONSENT: ['READ'],
  DOMAIN: CONFIGURATION,
  BRANDING: ['READ', 'WRITE'],
  MAIL_SETTINGS: ['READ', 'WRITE'],
  MAIL_TEMPLATE: ['READ', 'WRITE'],
  NOTIFICATION: CONFIGURATION,
  MAIL_MESSAGE: ['READ', 'WRITE'],
  API_KEY: CONFIGURATION,
  AUDIT_LOG: ['READ'],
  PROFILE: ['READ', 'WRITE'],
};

/** Operations that a group role can give on its entity group. */
export const GROUP_ROLE_OPERATIONS: readonly Operation[] = [
  'READ',
  'WRITE',
  'CREATE',
  'DELETE',
  'READ_ATTRIBUTES',
  'WRITE_ATTRIBUTES',
  'SHARE_GROUP',
];

/** Resources whose operations are named one by one. */
export const WITHOUT_WILDCARD: ReadonlySet<Resource> = new Set<Resource>([
  'CONSENT',
  'MAIL_MESSAGE',
  'AUDIT_LOG',
]);
