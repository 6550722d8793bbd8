import type { RouteRecordRaw } from 'vue-router';
import type { Permissions } from '../identity';

/** System administrators see their own kind here, whatever roles say. */
const readsUsers = ({ authority, canSomewhere }: Permissions) =>
  authority === 'SYS_ADMIN' || canSomewhere('USER', 'READ');

export const userRoutes: RouteRecordRaw[] = [
  {
    path: 'users',
    name: 'users',
    component: () => import('./UsersPage.vue'),
    meta: { title: 'users.all.title', allowed: readsUsers },
  },
  {
    path: 'users/:id',
    name: 'user',
    component: () => import('./UserPage.vue'),
    props: true,
    meta: { title: 'users.all.title', allowed: readsUsers },
  },
];
