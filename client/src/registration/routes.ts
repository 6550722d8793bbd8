import type { RouteRecordRaw } from 'vue-router';
import type { Permissions } from '../identity';

const readsPages = ({ authority, can }: Permissions) =>
  authority === 'TENANT_ADMIN' && can('SELF_REGISTRATION', 'READ');

export const registrationRoutes: RouteRecordRaw[] = [
  {
    path: 'security/self-registrations',
    name: 'self-registrations',
    component: () => import('./SelfRegistrationsPage.vue'),
    meta: { title: 'registration.pages.title', allowed: readsPages },
  },
  {
    path: 'security/self-registrations/new',
    name: 'new-self-registration',
    component: () => import('./NewSelfRegistrationPage.vue'),
    meta: {
      title: 'registration.editor.newTitle',
      allowed: (permissions) =>
        readsPages(permissions) && permissions.can('SELF_REGISTRATION', 'CREATE'),
    },
  },
  {
    path: 'security/self-registrations/:id',
    name: 'self-registration',
    component: () => import('./SelfRegistrationPage.vue'),
    props: true,
    meta: { title: 'registration.pages.title', allowed: readsPages },
  },
  {
    path: 'security/registrations/:id?',
    name: 'registrations',
    component: () => import('./RegistrationsPage.vue'),
    props: true,
    meta: {
      title: 'registration.list.title',
      allowed: ({ authority, can }) => authority === 'TENANT_ADMIN' && can('REGISTRATION', 'READ'),
    },
  },
];
