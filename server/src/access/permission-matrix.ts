/** Every operation, without the wildcard `ALL`. */
export const operations = [
  'READ',
  'WRITE',
  'CREATE',
  'DELETE',
  'READ_ATTRIBUTES',
  'WRITE_ATTRIBUTES',
  'CHANGE_OWNER',
  'IMPERSONATE',
  'ADD_TO_GROUP',
  'REMOVE_FROM_GROUP',
  'SHARE_GROUP',
] as const;

export type Operation = (typeof operations)[number];
export type OperationOrAll = Operation | 'ALL';

const entityOperations = [
  'READ',
  'WRITE',
  'CREATE',
  'DELETE',
  'READ_ATTRIBUTES',
  'WRITE_ATTRIBUTES',
  'CHANGE_OWNER',
] as const;

const groupOperations = [
  'READ',
  'WRITE',
  'CREATE',
  'DELETE',
  'READ_ATTRIBUTES',
  'WRITE_ATTRIBUTES',
  'ADD_TO_GROUP',
  'REMOVE_FROM_GROUP',
  'SHARE_GROUP',
] as const;

const settingOperations = ['READ', 'WRITE', 'CREATE', 'DELETE'] as const;

/** What makes sense on which resource: the matrix of the roles page, and what `ALL` stands for. */
export const operationsOf = {
  DEVICE: entityOperations,
  ASSET: entityOperations,
  DASHBOARD: entityOperations,
  CUSTOMER: entityOperations,
  USER: [...entityOperations, 'IMPERSONATE'],
  ROLE: entityOperations,
  CUSTOMER_GROUP: groupOperations,
  USER_GROUP: groupOperations,
  DEVICE_GROUP: groupOperations,
  ASSET_GROUP: groupOperations,
  DASHBOARD_GROUP: groupOperations,
  GROUP_PERMISSION: settingOperations,
  SELF_REGISTRATION: settingOperations,
  REGISTRATION: settingOperations,
  INVITE_CODE: settingOperations,
  LEGAL_DOCUMENT: settingOperations,
  CONSENT: ['READ'],
  DOMAIN: settingOperations,
  BRANDING: ['READ', 'WRITE'],
  MAIL_SETTINGS: ['READ', 'WRITE'],
  MAIL_TEMPLATE: ['READ', 'WRITE'],
  NOTIFICATION: settingOperations,
  MAIL_MESSAGE: ['READ', 'WRITE'],
  API_KEY: settingOperations,
  AUDIT_LOG: ['READ'],
  PROFILE: ['READ', 'WRITE'],
} as const satisfies Record<string, readonly Operation[]>;

export type Resource = keyof typeof operationsOf;
export type ResourceOrAll = Resource | 'ALL';

export const resources = Object.keys(operationsOf) as readonly Resource[];

/** Resources whose operations are named one by one: the wildcard is not offered there. */
const withoutWildcard: ReadonlySet<ResourceOrAll> = new Set([
  'CONSENT',
  'MAIL_MESSAGE',
  'AUDIT_LOG',
]);

/** Whether a role may name this operation, or the wildcard, on this resource. */
export const isAllowedOn = (resource: ResourceOrAll, operation: OperationOrAll): boolean => {
  if (operation === 'ALL') return !withoutWildcard.has(resource);
  return resource === 'ALL' || supports(resource, operation);
};

/** Whether the operation exists on the resource at all. */
export const supports = (resource: Resource, operation: Operation): boolean =>
  (operationsOf[resource] as readonly Operation[]).includes(operation);
