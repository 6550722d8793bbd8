import type { RouteRecordRaw } from 'vue-router';

export const brandingRoutes: RouteRecordRaw[] = [
  {
    path: 'settings/branding',
    name: 'branding',
    component: () => import('./BrandingPage.vue'),
    meta: { title: 'branding.title', allowed: ({ can }) => can('BRANDING', 'READ') },
  },
];
