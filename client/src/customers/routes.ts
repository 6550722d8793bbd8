import type { RouteRecordRaw } from 'vue-router';
import type { Permissions } from '../identity';

const readsCustomers = ({ canSomewhere }: Permissions) => canSomewhere('CUSTOMER', 'READ');

export const customerRoutes: RouteRecordRaw[] = [
  {
    path: 'customers',
    name: 'customers',
    component: () => import('./CustomersPage.vue'),
    meta: { title: 'customers.title', allowed: readsCustomers },
  },
  {
    path: 'customers/:id',
    name: 'customer',
    component: () => import('./CustomerPage.vue'),
    props: true,
    meta: { title: 'customers.title', allowed: readsCustomers },
  },
];
