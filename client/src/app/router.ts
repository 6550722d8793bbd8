import { createRouter, createWebHistory, type Router } from 'vue-router';
import { publicRoutes } from '../identity/routes';
import type { Viewer } from '../identity/viewer';
import { accessRoutes } from '../access/routes';
import { apiKeyRoutes } from '../api-keys/routes';
import { auditRoutes } from '../audit/routes';
import { brandingRoutes } from '../branding/routes';
import { customerRoutes } from '../customers/routes';
import { dashboardRoutes } from '../dashboards/routes';
import { domainRoutes } from '../domains/routes';
import { profileRoutes } from '../identity/profile/routes';
import { inventoryRoutes } from '../inventory/routes';
import { mailRoutes } from '../mail/routes';
import { mustConsent } from '../legal/consent-postponed';
import { consentRoute, legalRoutes } from '../legal/routes';
import { notificationRoutes } from '../notifications/routes';
import { recipientRoutes } from '../recipients/routes';
import { registrationRoutes } from '../registration/routes';
import { tenantRoutes } from '../tenants/routes';
import { userRoutes } from '../users/routes';
import { i18n, loadPageTexts } from './i18n';
import { landingOf } from './landing';
import './route-meta';
import { toRedirectTarget } from '../identity/redirect-target';

export function createAppRouter(viewer: Viewer): Router {
  const router = createRouter({
    history: createWebHistory('/'),
    routes: [
      {
        path: '/',
        component: () => import('./shell/AppShell.vue'),
        children: [
          {
            path: '',
            name: 'home',
            component: () => import('./home/HomePage.vue'),
            meta: { title: 'app.nav.home' },
          },
          ...registrationRoutes,
          ...legalRoutes,
          ...accessRoutes,
          ...domainRoutes,
          ...auditRoutes,
          ...customerRoutes,
          ...userRoutes,
          ...inventoryRoutes,
          ...dashboardRoutes,
          ...tenantRoutes,
          ...brandingRoutes,
          ...mailRoutes,
          ...apiKeyRoutes,
          ...notificationRoutes,
          ...recipientRoutes,
          ...profileRoutes,
          {
            path: ':path(.*)*',
            name: 'not-found',
            component: () => import('./NotFoundPage.vue'),
            meta: { title: 'app.notFound.title' },
          },
        ],
      },
      {
        path: '/',
        component: () => import('../identity/SignedOutLayout.vue'),
        children: publicRoutes,
      },
      consentRoute,
    ],
  });

  router.beforeEach(async (to, from) => {
    const me = await viewer.load();
    if (to.meta.public) {
      const leavesSignIn = me && to.name === 'sign-in';
      return leavesSignIn ? toRedirectTarget(router, to.query.redirect) : true;
    }
    if (!me) {
      return { name: 'sign-in', query: to.fullPath === '/' ? {} : { redirect: to.fullPath } };
    }
    if (mustConsent(me) !== (to.name === 'consent')) {
      return to.name === 'consent'
        ? toRedirectTarget(router, to.query.redirect)
        : { name: 'consent', query: { redirect: to.fullPath } };
    }
    const landing = landingOf(me, to, from);
    if (landing) return landing;
    const allowed = to.meta.allowed?.(viewer.permissions.value) ?? true;
    if (allowed) return true;
    // Keeps the address, so that the person sees what they asked for.
    return { name: 'not-found', params: { path: to.path.slice(1).split('/') }, query: to.query };
  });

  router.beforeResolve(async (to) => {
    if (to.meta.public) return;
    const me = await viewer.load();
    // An administrator's Home is the first that most people load: it does without them.
    const isFirstLoad = to.name === 'home' && me?.user.authority === 'TENANT_ADMIN';
    if (!isFirstLoad) await loadPageTexts();
  });

  let isStepBack = false;
  window.addEventListener('popstate', () => (isStepBack = true));

  router.afterEach((to, from) => {
    // On a step back the browser itself returns to where the person was.
    if (to.path !== from.path && !isStepBack) window.scrollTo({ top: 0 });
    isStepBack = false;
    const title = to.meta.title ? `${i18n.global.t(to.meta.title)} · ` : '';
    document.title = `${title}Gatehouse`;
  });

  return router;
}
