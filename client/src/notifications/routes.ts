import type { RouteRecordRaw } from 'vue-router';

export const notificationRoutes: RouteRecordRaw[] = [
  {
    path: 'notifications/inbox',
    name: 'inbox',
    component: () => import('./InboxPage.vue'),
    meta: { title: 'notifications.inbox.title' },
  },
  {
    path: 'notifications/deliveries',
    name: 'deliveries',
    component: () => import('./DeliveriesPage.vue'),
    meta: {
      title: 'notifications.deliveries.title',
      allowed: ({ authority, can }) => authority === 'TENANT_ADMIN' && can('NOTIFICATION', 'READ'),
    },
  },
];
