import type { RouteRecordRaw } from 'vue-router';

export const legalRoutes: RouteRecordRaw[] = [
  {
    path: 'security/consents',
    name: 'consents',
    component: () => import('./ConsentsPage.vue'),
    meta: {
      title: 'legal.proof.title',
      allowed: ({ authority, can }) => authority === 'TENANT_ADMIN' && can('CONSENT', 'READ'),
    },
  },
];

/** Comes before any other page while legal texts wait to be accepted. */
export const consentRoute: RouteRecordRaw = {
  path: '/consent',
  name: 'consent',
  component: () => import('./ConsentPage.vue'),
  meta: { title: 'legal.consent.title' },
};
