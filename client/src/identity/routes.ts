import type { RouteRecordRaw } from 'vue-router';

/** Pages for people who are not signed in. */
export const publicRoutes: RouteRecordRaw[] = [
  {
    path: 'sign-in',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { public: true, title: 'identity.signIn.action' },
  },
  {
    path: 'forgot-password',
    name: 'forgot-password',
    component: () => import('./ForgotPasswordPage.vue'),
    meta: { public: true, title: 'identity.forgot.title' },
  },
  {
    path: 'reset-password',
    name: 'reset-password',
    component: () => import('./SetPasswordPage.vue'),
    props: { link: 'reset' },
    meta: { public: true, title: 'identity.reset.title' },
  },
  {
    path: 'invitation',
    name: 'invitation',
    component: () => import('./SetPasswordPage.vue'),
    props: { link: 'invitation' },
    meta: { public: true, title: 'identity.invitation.title' },
  },
  {
    path: 'confirm-address',
    name: 'confirm-address',
    component: () => import('./ConfirmAddressPage.vue'),
    meta: { public: true, title: 'identity.confirmAddress.title' },
  },
  {
    path: 'setup',
    name: 'set-up',
    component: () => import('./SetUpPage.vue'),
    meta: { public: true, title: 'identity.setUp.title' },
  },
];
