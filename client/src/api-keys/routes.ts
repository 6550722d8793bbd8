import type { RouteRecordRaw } from 'vue-router';

export const apiKeyRoutes: RouteRecordRaw[] = [
  {
    path: 'settings/api-keys',
    name: 'api-keys',
    component: () => import('./ApiKeysPage.vue'),
    meta: {
      title: 'apiKeys.title',
      allowed: ({ authority, can }) => authority === 'TENANT_ADMIN' && can('API_KEY', 'READ'),
    },
  },
];
