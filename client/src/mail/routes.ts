import type { RouteRecordRaw } from 'vue-router';

export const mailRoutes: RouteRecordRaw[] = [
  {
    path: 'settings/mail-server',
    name: 'mail-server',
    component: () => import('./MailServerPage.vue'),
    meta: { title: 'mail.server.title', allowed: ({ can }) => can('MAIL_SETTINGS', 'READ') },
  },
  {
    path: 'settings/mail-templates',
    name: 'mail-templates',
    component: () => import('./MailTemplatesPage.vue'),
    meta: { title: 'mail.templates.title', allowed: ({ can }) => can('MAIL_TEMPLATE', 'READ') },
  },
  {
    path: 'settings/mail-templates/:name',
    name: 'mail-template',
    component: () => import('./MailTemplatePage.vue'),
    props: true,
    meta: { title: 'mail.templates.title', allowed: ({ can }) => can('MAIL_TEMPLATE', 'READ') },
  },
  {
    path: 'settings/messages/:id?',
    name: 'mail-messages',
    component: () => import('./MailMessagesPage.vue'),
    props: true,
    meta: { title: 'mail.log.title', allowed: ({ can }) => can('MAIL_MESSAGE', 'READ') },
  },
  {
    path: 'settings/mail-server/connected',
    name: 'mail-consent',
    component: () => import('./MailConsentPage.vue'),
    meta: { title: 'mail.consent.backTitle', allowed: ({ can }) => can('MAIL_SETTINGS', 'WRITE') },
  },
];
