import type { RouteRecordRaw } from 'vue-router';
import type { Permissions } from '../identity';

const readsDashboards = ({ canSomewhere }: Permissions) => canSomewhere('DASHBOARD', 'READ');

export const dashboardRoutes: RouteRecordRaw[] = [
  {
    path: 'dashboards',
    name: 'dashboards',
    component: () => import('./DashboardsPage.vue'),
    meta: { title: 'dashboards.title', allowed: readsDashboards },
  },
  {
    path: 'dashboards/:id',
    name: 'dashboard',
    component: () => import('./DashboardPage.vue'),
    props: true,
    meta: { title: 'dashboards.title', allowed: readsDashboards, wide: true },
  },
  {
    path: 'dashboards/:id/edit',
    name: 'edit-dashboard',
    component: () => import('./editor/DashboardEditorPage.vue'),
    props: true,
    meta: { title: 'dashboards.title', allowed: readsDashboards, wide: true },
  },
];
