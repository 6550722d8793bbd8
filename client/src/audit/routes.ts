import type { RouteRecordRaw } from 'vue-router';

export const auditRoutes: RouteRecordRaw[] = [
  {
    path: 'security/audit-log',
    name: 'audit-log',
    component: () => import('./AuditLogPage.vue'),
    meta: { title: 'audit.title', allowed: ({ can }) => can('AUDIT_LOG', 'READ') },
  },
];
