import type { RouteRecordRaw } from 'vue-router';

export const domainRoutes: RouteRecordRaw[] = [
  {
    path: 'security/domains',
    name: 'domains',
    component: () => import('./DomainsPage.vue'),
    meta: {
      title: 'domains.title',
      allowed: ({ authority, can }) => authority === 'TENANT_ADMIN' && can('DOMAIN', 'READ'),
    },
  },
];
