import type { RouteRecordRaw } from 'vue-router';
import type { Permissions } from '../identity';
import { ENTITY_TYPES, groupResourceOf } from './entity-types';

const readsRoles = ({ canSomewhere }: Permissions) => canSomewhere('ROLE', 'READ');
const readsGroups = ({ canSomewhere }: Permissions) =>
  ENTITY_TYPES.some((type) => canSomewhere(groupResourceOf(type), 'READ'));

export const accessRoutes: RouteRecordRaw[] = [
  {
    path: 'security/roles',
    name: 'roles',
    component: () => import('./RolesPage.vue'),
    meta: { title: 'access.roles.title', allowed: readsRoles },
  },
  {
    path: 'security/roles/:id',
    name: 'role',
    component: () => import('./RolePage.vue'),
    props: true,
    meta: { title: 'access.roles.title', allowed: readsRoles },
  },
  {
    path: 'entity-groups',
    name: 'entity-groups',
    component: () => import('./EntityGroupsPage.vue'),
    meta: { title: 'access.groups.title', allowed: readsGroups },
  },
  {
    path: 'entity-groups/:id',
    name: 'entity-group',
    component: () => import('./EntityGroupPage.vue'),
    props: true,
    meta: { title: 'access.groups.title', allowed: readsGroups },
  },
];
