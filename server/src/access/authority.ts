import { resources, type Resource } from './permission-matrix.js';

/** Who somebody is before any role: the upper bound of what roles can give. */
export type Authority = 'SYS_ADMIN' | 'TENANT_ADMIN' | 'CUSTOMER_USER';

const upperBounds: Record<Authority, ReadonlySet<Resource>> = {
  // System administrators work on tenants, which no role describes; of the rest they see their own.
  SYS_ADMIN: new Set([
    ...(['MAIL_SETTINGS', 'MAIL_TEMPLATE', 'MAIL_MESSAGE'] as const),
    ...(['AUDIT_LOG', 'PROFILE'] as const),
  ]),
  TENANT_ADMIN: new Set(resources),
  CUSTOMER_USER: new Set([
    'DEVICE',
    'ASSET',
    'DASHBOARD',
    'CUSTOMER',
    'USER',
    'ROLE',
    'CUSTOMER_GROUP',
    'USER_GROUP',
    'DEVICE_GROUP',
    'ASSET_GROUP',
    'DASHBOARD_GROUP',
    'GROUP_PERMISSION',
    'PROFILE',
  ]),
};

/** The resources on which a role can give this authority anything. */
export const resourcesWithin = (authority: Authority): ReadonlySet<Resource> =>
  upperBounds[authority];
