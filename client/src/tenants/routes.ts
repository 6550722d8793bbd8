import type { RouteRecordRaw } from 'vue-router';
import type { Permissions } from '../identity';

const isSystem = ({ authority }: Permissions) => authority === 'SYS_ADMIN';

export const tenantRoutes: RouteRecordRaw[] = [
  {
    path: 'tenants',
    name: 'tenants',
    component: () => import('./TenantsPage.vue'),
    meta: { title: 'tenants.title', allowed: isSystem },
  },
  {
    path: 'tenants/:id',
    name: 'tenant',
    component: () => import('./TenantPage.vue'),
    props: true,
    meta: { title: 'tenants.title', allowed: isSystem },
  },
];
