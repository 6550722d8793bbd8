import type { RouteRecordRaw } from 'vue-router';

export const recipientRoutes: RouteRecordRaw[] = [
  {
    path: 'notifications/recipients',
    name: 'recipients',
    component: () => import('./RecipientsPage.vue'),
    meta: {
      title: 'recipients.title',
      allowed: ({ authority, can }) => authority === 'TENANT_ADMIN' && can('NOTIFICATION', 'READ'),
    },
  },
];
